-- Which directory of keys the rows of the key table are under: a mark that moves on with every roll, in the directory and
-- here. A copy of the directory that was left behind has another, and is refused.
create table keys_directory (
    only_one  boolean     not null primary key default true check (only_one),
    mark      text        not null,
    directory text        not null,  -- where it was when the mark moved: for whoever looks for it
    moved_at  timestamptz not null default now()
);

-- As before, but in one order for all: who locks several groups locks them by their numbers.
create or replace function key_row_require_in_force() returns trigger language plpgsql as
$$
begin
    insert into key_group (group_no, generation)
    select a.group_no, max(a.generation)
    from added a left join key_group g on g.group_no = a.group_no
    where a.group_no is not null and g.group_no is null
    group by a.group_no
    order by a.group_no
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

create or replace function key_row_note_destruction() returns trigger language plpgsql as
$$
begin
    insert into key_group as g (group_no, generation, roll_due_since)
    select group_no, max(generation), now() from gone where group_no is not null group by group_no order by group_no
    on conflict (group_no) do update set roll_due_since = excluded.roll_due_since where g.roll_due_since is null;
    return null;
end
$$;
