-- Every row carries a MAC under a key that the database does not know. Rows of before get theirs when a server first
-- starts on them; until then theirs is null.

-- Whoever is about to append is waited for.
do $$ begin perform pg_advisory_xact_lock(4707480167236521031); end $$;

alter table event_log add column mac bytea;

-- For what is written from now on, an append of the version before that was already under way included.
alter table event_log add constraint event_log_has_mac check (mac is not null) not valid;

-- Append-only, but for the MAC of a row of before, which is written once and changes nothing else.
create or replace function event_log_refuse_change() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE' then
        if old.mac is null and new.mac is not null
           and (new.position, new.event_id, new.type, new.version, new.occurred_at, new.tags, new.metadata,
                new.payload, new.hash)
               is not distinct from
               (old.position, old.event_id, old.type, old.version, old.occurred_at, old.tags, old.metadata,
                old.payload, old.hash) then
            return new;
        end if;
    end if;
    raise exception 'event_log is append-only';
end
$$;

-- A statement's trigger is not inherited: each partition needs its own.
do
$$
declare
    part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'event_log'::regclass loop
        execute format('create trigger event_log_no_truncate before truncate on %s'
                       ' for each statement execute function event_log_refuse_change()', part);
    end loop;
end
$$;

-- With its signature goes the writing of a server of the version before.
drop function event_log_append(bigint, bytea, text[], text[], text[], bigint[], text[], bytea[], bytea[], bytea[],
                               text[], bigint[], text[], text[], bytea[]);

-- One batch of the log as one call: takes the log's lock, looks whether the newest event is still the one that the batch
-- was decided on, and only then writes. Answers false, with nothing written, if it is not.
--
-- Volatile, so that each statement has a snapshot of its own (READ COMMITTED): the head is read by one that was taken
-- when the lock was held.
create function event_log_append(
    known_position bigint,
    known_hash     bytea,
    event_ids      text[],
    event_types    text[],
    event_versions text[],
    event_micros   bigint[],
    event_tags     text[],   -- array literals
    event_metadata bytea[],
    event_payloads bytea[],
    event_hashes   bytea[],
    event_macs     bytea[],
    tag_texts      text[],
    tag_positions  bigint[],
    keys_destroyed text[],
    key_ids        text[],
    keys_wrapped   bytea[]
) returns boolean volatile language plpgsql as
$$
declare
    head record;
begin
    perform pg_advisory_xact_lock(4707480167236521031);

    select l.position, l.hash into head
    from event_log l where l.position >= known_position order by l.position desc limit 1;
    if coalesce(head.position, -1) <> known_position or head.hash <> known_hash then
        return false;
    end if;

    insert into event_log (position, event_id, type, version, occurred_at, tags, metadata, payload, hash, mac)
    select known_position + u.n, u.i::uuid, u.y, u.v, to_timestamp(0) + u.m * interval '1 microsecond', u.g::text[],
           u.d, u.l, u.h, u.c
    from unnest(event_ids, event_types, event_versions, event_micros, event_tags, event_metadata, event_payloads,
                event_hashes, event_macs) with ordinality as u(i, y, v, m, g, d, l, h, c, n);

    if cardinality(tag_texts) > 0 then
        insert into event_tag (tag, position) select * from unnest(tag_texts, tag_positions);
    end if;
    if cardinality(keys_destroyed) > 0 then
        delete from key_row where id = any (keys_destroyed);
    end if;
    if cardinality(key_ids) > 0 then
        insert into key_row (id, wrapped) select * from unnest(key_ids, keys_wrapped);
    end if;
    return true;
end
$$;
