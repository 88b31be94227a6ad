-- The log. Positions are consecutive from 0 and given by the writer under an advisory lock.
-- Partitioned by position from the start, so that old access events can be archived and detached.
create table event_log (
    position    bigint      not null primary key,
    event_id    uuid        not null,
    type        text        not null,
    version     text        not null,
    occurred_at timestamptz not null,
    tags        text[]      not null,
    metadata    bytea       not null,
    payload     bytea       not null,
    hash        bytea       not null
) partition by range (position);

-- Payloads are sealed or small: compressing them costs time and saves nothing.
alter table event_log alter column payload set storage external;

-- Append-only also for whoever mistypes. (It does not stop the owner of the table: the hash chain and the anchors
-- are what shows a change.)
create function event_log_refuse_change() returns trigger language plpgsql as
$$
begin
    raise exception 'event_log is append-only';
end
$$;

create trigger event_log_append_only before update or delete on event_log
    for each row execute function event_log_refuse_change();
create trigger event_log_no_truncate before truncate on event_log
    for each statement execute function event_log_refuse_change();

-- The positions of each tag, "key=value". Records of access have no tags and no rows here.
create table event_tag (
    tag      text   not null,
    position bigint not null,
    primary key (tag, position)
);

-- Wrapped keys that live outside the log, so that destroying a row destroys what it opens.
create table key_row (
    id      text  not null primary key check (length(id) between 1 and 512),
    wrapped bytea not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1);

-- Signed heads of the log. Copies: the originals are in the nodes' anchor files, outside the database.
create table log_anchor (
    position bigint      not null,
    hash     bytea       not null,
    at       timestamptz not null,
    mac      bytea       not null,
    primary key (position, at)
);
