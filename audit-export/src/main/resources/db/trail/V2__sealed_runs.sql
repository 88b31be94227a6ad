-- Runs and blocks bear a seal from here on, and say what they cover, so that nothing can be taken away from them
-- unnoticed. What was written before has none and is not believed: it is dropped, and the index built anew from the log.

drop table trail_block, trail_run;
truncate trail_unmapped;

-- Tells an index from the one that was built before it, so that two nodes that find the same damage build once.
alter table trail_projection add column generation bigint not null default 0;
update trail_projection set position = -1, generation = nextval('trail_run_number');

-- Runs follow each other from position 0 to the projection's position, without gaps. Times are milliseconds since 1970.
create table trail_run (
    run_id          bigint primary key,
    first_position  bigint not null,
    last_position   bigint not null,
    earliest        bigint not null,
    latest          bigint not null,
    disorder_millis bigint not null,
    bytes           bigint not null,
    start_key       bigint not null,
    start_latest    bigint not null,
    start_position  bigint not null,
    nonce           bytea  not null,
    last_event_id   text   not null,
    tag             bytea  not null
);

-- Each says where the next one of its run begins. Two fill a page; they are dense already, so nothing is gained by
-- compressing them.
create table trail_block (
    run_id         bigint not null,
    first_key      bigint not null,
    latest         bigint not null,
    first_position bigint not null,
    next_key       bigint not null,
    next_latest    bigint not null,
    next_position  bigint not null,
    content        bytea storage plain not null,
    tag            bytea storage plain not null,
    primary key (run_id, first_key, latest, first_position)
) with (autovacuum_vacuum_scale_factor = 0.05, vacuum_truncate = off);
