package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.log.LogSetup;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.CommandLineFlags;
import io.fluxj.runtime.options.ControllerOptions;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Starts controllers: as a process of its own, or several in one. */
public final class ControllerProgram {
    private static final int WRONG_ARGUMENTS = 2;

    private ControllerProgram() {}

    /**
     * Runs a controller until it is told to stop; the body of {@code main}.
     *
     * @return the exit code: 0 after a stop that was asked for, 2 for wrong arguments, 1 otherwise
     */
    public static <O extends ControllerOptions> int run(ControllerDefinition<O> definition, String... arguments) {
        O options;
        try {
            options = parse(definition, arguments);
        } catch (CommandLine.ParameterException wrong) {
            System.err.println(definition.name() + ": " + wrong.getMessage());
            return WRONG_ARGUMENTS;
        }
        LogSetup.apply(options.shared().log());
        allowProxyPasswords();
        HeapWatchdog.start();
        Logger log = LoggerFactory.getLogger(ControllerProgram.class);
        ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());
        try (KubernetesClient client = KubernetesClients.open(
                definition.name(), options.shared().client(), metrics, EnvironmentProxies.of(System.getenv()))) {
            return await(start(definition, options, client, System.getenv(), new Host(metrics, LostLease.HALT)));
        } catch (Exception failed) {
            Throwable cause =
                    failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
            log.error("problem running {}", definition.name(), cause);
            return 1;
        }
    }

    /** The JDK by itself tells proxies no password when they lead to HTTPS, and reads so once, before the first connection. */
    private static void allowProxyPasswords() {
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    /** A signal ends the process with code 0 once everything stopped, as in Flux; the JVM alone would make it 143. */
    private static int await(RunningController controller) {
        Thread onSignal = Thread.ofPlatform().unstarted(() -> {
            controller.close();
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            controller.stopped().join();
        } finally {
            forget(onSignal);
        }
        return 0;
    }

    /** Otherwise it would make a 0 of the code with which the program ends by itself. */
    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException signalled) {
            LoggerFactory.getLogger(ControllerProgram.class).debug("stopping on a signal");
        }
    }

    /**
     * The options of a controller as {@code arguments} set them.
     *
     * @throws CommandLine.ParameterException when they cannot be read
     */
    public static <O extends ControllerOptions> O parse(ControllerDefinition<O> definition, String... arguments) {
        O options = definition.newOptions();
        CommandLineFlags.parse(definition.name(), options, arguments);
        return options;
    }

    /**
     * Starts a controller in this process. The client stays the caller's.
     *
     * @param variables environment variables, such as RUNTIME_NAMESPACE
     * @throws Exception why it cannot start
     */
    public static <O extends ControllerOptions> RunningController start(
            ControllerDefinition<O> definition, O options, KubernetesClient client, Map<String, String> variables)
            throws Exception {
        return start(
                definition,
                options,
                client,
                variables,
                new Host(new ControllerMetrics(new PrometheusRegistry()), LostLease.STOP));
    }

    /** What a controller shares with the process around it. */
    private record Host(ControllerMetrics metrics, LostLease lostLease) {}

    private static <O extends ControllerOptions> RunningController start(
            ControllerDefinition<O> definition,
            O options,
            KubernetesClient client,
            Map<String, String> variables,
            Host host)
            throws Exception {
        Resources resources = new Resources();
        try {
            return new Start<>(definition, options, client, variables, resources).in(host.metrics(), host.lostLease());
        } catch (Exception failed) {
            resources.close();
            throw failed;
        }
    }
}
