package io.fluxj.testkit.golden;

import io.fluxj.testkit.EventSink;
import java.io.IOException;

/** What a controller's suite brings for one cluster: its controllers and servers, running. */
public interface Stage extends AutoCloseable {
    /** Where its controllers post their events. */
    EventSink sink();

    /** What the names in recordings stand for; the scenario's namespace is added. */
    Places places();

    /** Who runs scripts. */
    Shell shell();

    /** What is done for a scenario. */
    Hands hands(Scenario scenario, GoldenCluster cluster);

    @Override
    void close() throws IOException;
}
