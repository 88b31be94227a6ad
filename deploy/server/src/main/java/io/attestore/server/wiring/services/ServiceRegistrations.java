package io.attestore.server.wiring.services;

import io.attestore.command.ssm.parameter.duework.ParameterDueWork;
import io.attestore.contract.state.ReadAhead;
import io.attestore.contract.state.StateForm;
import io.attestore.entities.ssm.parameter.ParameterStates;
import io.attestore.server.duework.DueWorkCatalogue;
import java.util.List;

/**
 * What each service has registered besides its operations: here is where a service is added. The verification, which
 * runs without a server, too, goes by the same lists. What due work comes to depends on settings: the decisions are beans.
 */
public final class ServiceRegistrations {

    /** What is to be done when its time has come. */
    public static final DueWorkCatalogue DUE_WORK = new DueWorkCatalogue(List.of(new ParameterDueWork()));

    /** The types whose states are stored beside the log, each in its form. */
    public static final List<StateForm<?, ?, ?>> STORED_STATES = List.of(ParameterStates.STORED);

    /** What is read into memory after a start. */
    public static final List<ReadAhead> READ_AHEAD = List.of(ParameterStates.READ_AHEAD);

    private ServiceRegistrations() {}
}
