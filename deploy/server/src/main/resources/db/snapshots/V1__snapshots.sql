-- States that were folded from the log, stored so that one that is not in memory is there quickly. All of it can be
-- dropped: what is missing is folded from the log. The server uses only what carries its own MAC.

create table state_snapshot (
    type         text    not null,
    key          text    not null, -- the tag of the state's events, as in event_tag
    fold_version integer not null,
    position     bigint  not null, -- the position of the log up to which events are folded in
    bytes        bytea   not null,
    mac          bytea   not null,
    primary key (type, key)
);

-- They are dense already, so nothing is gained by compressing them.
alter table state_snapshot alter column bytes set storage external;
