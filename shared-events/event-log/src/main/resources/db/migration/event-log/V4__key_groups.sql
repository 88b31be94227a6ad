-- Wrapped keys are under the key of a group, one of some thousands, none of which is in this database. What is deleted
-- here lives on in the pages of the table and in the write-ahead log; it is destroyed by giving its group another key
-- and overwriting the one before.

-- Which key a row is under, as the header of format version 2 says; null for rows of other formats.
alter table key_row
    add column group_no integer generated always as (
        case when length(wrapped) >= 84 and get_byte(wrapped, 0) = 2
             then get_byte(wrapped, 2) * 256 + get_byte(wrapped, 3) end) stored,
    add column generation bigint generated always as (
        case when length(wrapped) >= 84 and get_byte(wrapped, 0) = 2
             then (get_byte(wrapped, 4)::bigint << 24) + (get_byte(wrapped, 5) << 16)
                  + (get_byte(wrapped, 6) << 8) + get_byte(wrapped, 7) end) stored;

create index key_row_group on key_row (group_no) where group_no is not null;

-- Of a store of a version before, until its rows are moved under groups: to see that none is left costs nothing.
create index key_row_ungrouped on key_row (id) where group_no is null;

-- Which generation of a group's key is in force, and what is to be done.
create table key_group (
    group_no         integer not null primary key,
    generation       bigint  not null,
    roll_due_since   timestamptz,  -- the oldest destruction that no roll has followed yet
    rolled_due_since timestamptz,  -- the oldest of those before the last roll, until the key before it is overwritten
    rolled_through   bigint        -- the newest position of the log when the last roll was committed
);

-- Rows are added under keys that are in force, so that a roll, which takes the log's lock, moves all that there are.
create function key_row_require_in_force() returns trigger language plpgsql as
$$
begin
    insert into key_group (group_no, generation)
    select a.group_no, max(a.generation)
    from added a left join key_group g on g.group_no = a.group_no
    where a.group_no is not null and g.group_no is null
    group by a.group_no
    on conflict do nothing;

    if exists (select from added a join key_group g on g.group_no = a.group_no where g.generation <> a.generation) then
        raise exception 'a key is wrapped under a key that is not in force' using errcode = 'KG001';
    end if;
    -- Format version 1: wrapped under the root key itself, by a server of a version before this schema.
    if exists (select from added a where length(a.wrapped) >= 54 and get_byte(a.wrapped, 0) = 1) then
        raise exception 'a key is wrapped by a server that is too old for this database' using errcode = '23514';
    end if;
    return null;
end
$$;

create trigger key_row_in_force after insert on key_row
    referencing new table as added for each statement execute function key_row_require_in_force();

-- In the transaction of the destruction.
create function key_row_note_destruction() returns trigger language plpgsql as
$$
begin
    insert into key_group as g (group_no, generation, roll_due_since)
    select group_no, max(generation), now() from gone where group_no is not null group by group_no
    on conflict (group_no) do update set roll_due_since = excluded.roll_due_since where g.roll_due_since is null;
    return null;
end
$$;

create trigger key_row_destroyed after delete on key_row
    referencing old table as gone for each statement execute function key_row_note_destruction();
