-- How far each webhook has been told, and what it could not be told. The events themselves are in the log.

create table change_delivery (
    webhook         text primary key,
    position        bigint      not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default '-infinity',
    last_failure    text        not null default ''
);

create table change_dead_letter (
    webhook  text        not null,
    position bigint      not null,
    event_id text        not null,
    attempts integer     not null,
    reason   text        not null,
    at       timestamptz not null,
    primary key (webhook, position)
);
