package io.attestore.query.iam.page;

import io.attestore.contract.document.Structure;
import io.attestore.contract.operation.Call;
import io.attestore.contract.operation.Outcome;
import io.attestore.entities.iam.IamTags;
import io.attestore.entities.iam.document.IamDocuments;

/** The tags of a user, role, policy or instance profile, as lists. */
public final class TagLists {

    private TagLists() {}

    public static Outcome of(IamPages pages, IamTags tags, Structure input, Call call) {
        return pages.answer(input, call, "Tags", tags.byKey(), tag -> true, IamDocuments::tag);
    }
}
