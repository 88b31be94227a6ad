package io.attestore.cryptography.group;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the keys of the groups, outside of the database, and destroys them for good. A group has one key in force, and
 * for the time of a roll the next one beside it. What a method has made or destroyed is durable when it returns. Safe for
 * many threads and, where several servers share it, processes.
 *
 * <p>Failures surface as {@link GroupKeyException}.
 */
public interface GroupKeyStore {

    /** How many groups there are; never changes. */
    int groups();

    /** The key of this generation; empty if there is none any more, or yet. */
    Optional<GroupKey> find(GroupGeneration place);

    /** The newest key of a group, which may be in the middle of a roll. */
    GroupKey newest(int group);

    /**
     * The keys that are to follow these, each made now or in an attempt before: a next key that is there is never
     * replaced, since rows may be under it already.
     *
     * @param inForce the newest keys of different groups, whose predecessors are destroyed
     */
    List<GroupKey> makeNext(Collection<GroupGeneration> inForce);

    /**
     * Destroys keys whose successors are in force. One that is destroyed already stays so.
     *
     * @throws GroupKeyException if one has no successor: nothing would open what is under it
     */
    void destroy(Collection<GroupGeneration> replaced);

    /** Which keys there are besides the newest of each group: rolls that have not come to their end. */
    List<GroupGeneration> replaced();
}
