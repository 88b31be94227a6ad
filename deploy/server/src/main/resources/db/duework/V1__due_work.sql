-- What is to be done when its time has come, derived from the log. All of it can be dropped and rebuilt.

create table due_work_projection (
    name     text primary key,
    position bigint not null
);

insert into due_work_projection (name, position) values ('due-work', -1);

create table due_work (
    kind    text        not null,
    account text        not null,
    region  text        not null,
    name    text        not null,
    subject text        not null,
    due_at  timestamptz not null,
    primary key (kind, account, region, name, subject)
);

create index due_work_by_time on due_work (due_at);
