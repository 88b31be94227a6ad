package io.attestore.command.attestore;

import io.attestore.command.attestore.lock.DeleteLock;
import io.attestore.command.attestore.lock.PutLock;
import io.attestore.command.attestore.parameter.DestroyDeletedParameter;
import io.attestore.command.attestore.parameter.DestroyParameterVersion;
import io.attestore.command.attestore.parameter.restoreparameter.RestoreParameter;
import io.attestore.contract.operation.Operation;
import java.util.List;

/** The operations that AWS does not have and that change something, for whoever serves them. */
public final class AttestoreCommands {

    private AttestoreCommands() {}

    public static List<Operation> all() {
        return List.of(
                RestoreParameter.operation(),
                DestroyDeletedParameter.operation(),
                DestroyParameterVersion.operation(),
                PutLock.operation(),
                DeleteLock.operation());
    }
}
