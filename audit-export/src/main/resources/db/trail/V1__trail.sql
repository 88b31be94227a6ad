-- The index of the trail: where in the log a record is, never the record itself. All of it can be dropped and rebuilt.
--
-- An audited call writes one narrow row for each of its records and one for each of their resources. Everything that
-- repeats (who, what, by which key) is one number, a facet: there are few combinations, and one index finds them all.

create table trail_projection (
    name            text primary key,
    position        bigint not null,
    mapping_version integer not null
);

insert into trail_projection (name, position, mapping_version) values ('trail', -1, 0);

create table trail_scope (
    scope_id integer generated always as identity primary key,
    account  text not null,
    region   text not null,
    unique (account, region)
);

-- Empty text where a record has no such attribute. Resource types are separated by blanks, in order.
create table trail_facet (
    facet_id       integer generated always as identity primary key,
    scope_id       integer not null,
    event_source   text    not null,
    event_name     text    not null,
    read_only      boolean not null,
    user_name      text    not null,
    access_key_id  text    not null,
    resource_types text    not null,
    unique (scope_id, event_source, event_name, read_only, user_name, access_key_id, resource_types)
);

create table trail_resource (
    resource_id integer generated always as identity primary key,
    scope_id    integer not null,
    arn         text    not null,
    unique (scope_id, arn)
);

-- One record of a call: the position of the call's first event, how many events the call has, which of its records.
-- The time has whole seconds, as the record shows it. The key is half of the event id, to be checked on reading.
create table trail_record (
    event_time   timestamptz not null,
    position     bigint      not null,
    event_id_key bigint      not null,
    scope_id     integer     not null,
    facet_id     integer     not null,
    events       integer     not null,
    ordinal      smallint    not null,
    primary key (scope_id, event_time, position, ordinal)
);

create index trail_record_by_facet on trail_record (facet_id, event_time, position, ordinal);
create index trail_record_by_event_id on trail_record (event_id_key);

create table trail_record_resource (
    event_time  timestamptz not null,
    position    bigint      not null,
    resource_id integer     not null,
    events      integer     not null,
    ordinal     smallint    not null,
    primary key (resource_id, event_time, position, ordinal)
);

-- Calls that could not be mapped to records: passed over, never silently.
create table trail_unmapped (
    position bigint primary key,
    events   integer not null,
    reason   text    not null
);
