package io.attestore.query.iam.account;

import io.attestore.contract.document.Structure;
import java.util.List;

/**
 * One entry of the details of an account.
 *
 * @param list the member of the answer that has it
 */
record AuthorizationDetail(String list, Structure document) {

    static final List<String> LISTS = List.of("UserDetailList", "GroupDetailList", "RoleDetailList", "Policies");
}
