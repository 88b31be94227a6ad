package io.attestore.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attestore.eventlog.axon.CatalogueMessageTypeResolver;
import io.attestore.eventlog.axon.EventTagResolver;
import io.attestore.eventlog.contract.AccountEvents;
import io.attestore.eventlog.contract.AccountEvents.Opened;
import io.attestore.eventlog.contract.LogUnderTest;
import io.attestore.events.Bytes;
import io.attestore.events.log.KeyRowChange;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.core.ClassBasedMessageTypeResolver;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.annotation.EventHandler;
import org.axonframework.messaging.eventhandling.configuration.EventProcessorModule;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;
import org.axonframework.update.UpdateCheckerConfigurationEnhancer;
import org.junit.jupiter.api.Test;

/** The log under Axon's command bus and a streaming processor, wired as the server does it. */
class AxonWiringTest {

    /** Opens an account if there is none. */
    public record OpenAccount(String account) {}

    public static final class Accounts {
        final BlockingQueue<String> opened = new LinkedBlockingQueue<>();

        @EventHandler(eventName = "test.Opened")
        public void on(Opened event) {
            opened.add(event.account());
        }
    }

    @Test
    void a_command_appends_under_its_condition_with_its_key_rows_and_a_processor_sees_it() throws Exception {
        PostgresLogFixture fixture = new PostgresLogFixture();
        Accounts accounts = new Accounts();
        try (PostgresEventLog log = fixture.openLog(settings -> settings)) {
            AxonConfiguration axon = axon(log, accounts);
            axon.start();
            try {
                CommandGateway gateway = axon.getComponent(CommandGateway.class);
                gateway.sendAndWait(new OpenAccount("a"));
                assertThat(log.read(0, 10)).singleElement().satisfies(recorded -> {
                    assertThat(recorded.event()).isEqualTo(new Opened("a"));
                    assertThat(recorded.metadata()).containsKey("correlationId");
                });
                assertThat(log.keyTable().find("key/a")).contains(Bytes.copyOf(new byte[] {1}));
                assertThat(accounts.opened.poll(10, TimeUnit.SECONDS)).isEqualTo("a");

                // the key row of that account is there already: the append is rejected as a whole
                assertThatThrownBy(() -> gateway.sendAndWait(new OpenAccount("a")))
                        .hasStackTraceContaining(AppendEventsTransactionRejectedException.class.getName());
                assertThatThrownBy(() -> gateway.sendAndWait(new OpenAccount("nul \0")))
                        .isNotNull();
                gateway.sendAndWait(new OpenAccount("b"));
                assertThat(accounts.opened.poll(10, TimeUnit.SECONDS)).isEqualTo("b");
                assertThat(log.head()).isEqualTo(1);
            } finally {
                axon.shutdown();
            }
        }
        fixture.checkAndClose();
    }

    private static AxonConfiguration axon(PostgresEventLog log, Accounts accounts) {
        return EventSourcingConfigurer.create()
                .componentRegistry(registry -> registry.disableEnhancer(UpdateCheckerConfigurationEnhancer.class))
                .registerEventStorageEngine(configuration -> log)
                .registerTagResolver(configuration -> new EventTagResolver())
                .registerCommandHandlingModule(CommandHandlingModule.named("accounts")
                        .commandHandlers()
                        .commandHandler(new QualifiedName(OpenAccount.class), (command, context) -> {
                            OpenAccount open = (OpenAccount) command.payload();
                            EventStore store = context.component(EventStore.class);
                            var condition = SourcingCondition.conditionFor(LogUnderTest.account(open.account()));
                            store.transaction(context)
                                    .source(condition)
                                    .reduce(0, (count, entry) -> count + 1)
                                    .join();
                            EventAppender.forContext(context).append(new Opened(open.account()));
                            CompanionRows.add(
                                    context,
                                    new KeyRowChange.Put("key/" + open.account(), Bytes.copyOf(new byte[] {1})));
                            return MessageStream.just(
                                    new GenericCommandResultMessage(new MessageType("test.Done", "1"), "done"));
                        }))
                .messaging(messaging -> messaging
                        .registerMessageTypeResolver(configuration -> new CatalogueMessageTypeResolver(
                                AccountEvents.CATALOGUE, new ClassBasedMessageTypeResolver()))
                        .eventProcessing(processing -> processing.pooledStreaming(
                                streaming -> streaming.processor(EventProcessorModule.pooledStreaming("opened-accounts")
                                        .eventHandlingComponents(
                                                components -> components.autodetected(configuration -> accounts))
                                        .customized((configuration, processor) ->
                                                processor.initialSegmentCount(1).batchSize(100))))))
                .build();
    }
}
