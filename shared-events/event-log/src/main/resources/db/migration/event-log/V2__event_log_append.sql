-- One batch of the log as one call, hence one round trip and one transaction: takes the log's lock, looks whether the
-- newest event is still the one that the batch was decided on, and only then writes. Answers false, with nothing
-- written, if it is not.
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

    insert into event_log (position, event_id, type, version, occurred_at, tags, metadata, payload, hash)
    select known_position + u.n, u.i::uuid, u.y, u.v, to_timestamp(0) + u.m * interval '1 microsecond', u.g::text[],
           u.d, u.l, u.h
    from unnest(event_ids, event_types, event_versions, event_micros, event_tags, event_metadata, event_payloads,
                event_hashes) with ordinality as u(i, y, v, m, g, d, l, h, n);

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
