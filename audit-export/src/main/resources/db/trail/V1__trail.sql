-- The index of the trail: where in the log a call is, never its record. All of it can be dropped and rebuilt.
--
-- For each value of each attribute a posting list, the calls that have it. The lists of a batch of the log are one run,
-- written at once, in blocks, in order; some runs that follow each other become one. So no list is ever changed, and what
-- is written is written in large sequential pieces. What the numbers mean is said in io.attestore.audit.trail.posting.

create table trail_projection (
    name            text primary key,
    position        bigint not null,
    mapping_version integer not null
);

insert into trail_projection (name, position, mapping_version) values ('trail', -1, 0);

create sequence trail_run_number;

-- Runs follow each other in the log and do not overlap. Times are milliseconds since 1970.
create table trail_run (
    run_id          bigint primary key,
    first_position  bigint not null,
    last_position   bigint not null,
    earliest        bigint not null,
    latest          bigint not null,
    disorder_millis bigint not null,
    bytes           bigint not null
);

-- Two blocks fill a page; they are dense already, so nothing is gained by compressing them.
create table trail_block (
    run_id         bigint not null,
    first_key      bigint not null,
    latest         bigint not null,
    first_position bigint not null,
    content        bytea storage plain not null,
    primary key (run_id, first_key, latest, first_position)
) with (autovacuum_vacuum_scale_factor = 0.05, vacuum_truncate = off);

-- Calls that could not be mapped to records: passed over, never silently.
create table trail_unmapped (
    position bigint primary key,
    events   integer not null,
    reason   text    not null
);
