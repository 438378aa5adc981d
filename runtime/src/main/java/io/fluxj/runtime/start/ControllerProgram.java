package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.log.LogSetup;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.CommandLineFlags;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
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
        return run(
                definition.name(), () -> List.of(new GroupMember<>(definition, List.of()).parse(List.of(arguments))));
    }

    /**
     * Runs controllers in one process until it is told to stop: they share a client, a set of metrics and the endpoints, hand artifacts over without a
     * server between them, and hold a lease each. Whatever ends one of them ends all.
     *
     * @param program what they are called together
     * @param arguments flags for all that have them, or with a controller's name and a dot before them for that one
     * @return the exit code, as of {@link #run(ControllerDefinition, String...)}
     */
    public static int run(String program, List<? extends GroupMember<?>> members, String... arguments) {
        return run(program, () -> {
            Map<String, List<String>> flags = GroupFlags.split(members, arguments);
            List<GroupMember.Parsed<?>> parsed = new ArrayList<>();
            for (GroupMember<?> member : members) {
                parsed.add(member.parse(Objects.requireNonNull(flags.get(member.name()))));
            }
            return parsed;
        });
    }

    private static int run(String program, Supplier<List<? extends GroupMember.Parsed<?>>> arguments) {
        List<? extends GroupMember.Parsed<?>> members;
        try {
            members = arguments.get();
        } catch (CommandLine.ParameterException | IllegalArgumentException wrong) {
            System.err.println(program + ": " + wrong.getMessage());
            return WRONG_ARGUMENTS;
        }
        SharedOptions shared = members.getFirst().options().shared();
        LogSetup.apply(shared.log());
        allowProxyPasswords();
        HeapWatchdog.start();
        PromptCollection.start();
        ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());
        try (KubernetesClient client = KubernetesClients.open(
                        program, shared.client(), metrics, EnvironmentProxies.of(System.getenv()));
                Host host = Host.open(shared.endpoints(), metrics, LostLease.HALT)) {
            return runGroup(members, client, host);
        } catch (Exception failed) {
            Throwable cause =
                    failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
            LoggerFactory.getLogger(ControllerProgram.class).error("problem running {}", program, cause);
            return 1;
        }
    }

    /** The JDK by itself tells proxies no password when they lead to HTTPS, and reads so once, before the first connection. */
    private static void allowProxyPasswords() {
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    /** A signal, also one during the start, ends the process with code 0 once everything stopped, as in Flux; the JVM alone would make it 143. */
    private static int runGroup(List<? extends GroupMember.Parsed<?>> members, KubernetesClient client, Host host)
            throws Exception {
        ControllerGroup controllers = new ControllerGroup();
        Thread onSignal = Thread.ofPlatform().unstarted(() -> {
            controllers.close();
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            controllers.start(members, client, host);
            controllers.stopped().join();
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
        Resources resources = new Resources();
        Host host = resources.keep(Host.open(
                options.shared().endpoints(), new ControllerMetrics(new PrometheusRegistry()), LostLease.STOP));
        return new Start<>(definition, options, client, variables, resources).in(host);
    }
}
