package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.net.proxy.EnvironmentProxies;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.client.WriteFence;
import io.fluxj.runtime.events.PostAddress;
import io.fluxj.runtime.events.SendingEventRecorder;
import io.fluxj.runtime.metrics.ControllerMetrics;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.options.SharedOptions;
import io.fluxj.runtime.peer.PeerHttp;
import io.fluxj.runtime.peer.PeerSecurity;
import io.fluxj.runtime.peer.SecuredPeers;
import io.fluxj.runtime.reconcile.frame.Backoff;
import io.fluxj.runtime.reconcile.frame.FrameParts;
import io.fluxj.runtime.reconcile.frame.IntervalJitter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * One start of a controller.
 *
 * @param client the caller's
 * @param variables of the environment
 * @param resources closed when the start fails
 */
record Start<O extends ControllerOptions>(
        ControllerDefinition<O> definition,
        O options,
        KubernetesClient client,
        Map<String, String> variables,
        Resources resources) {

    RunningController in(Host host) throws Exception {
        try {
            return begin(host);
        } catch (Exception failed) {
            resources.close();
            throw failed;
        }
    }

    private RunningController begin(Host host) throws Exception {
        if (!options.shared().leaderElection().enabled()) {
            StartedController controller = assemble(host, WriteFence.none());
            controller.work();
            return controller;
        }
        LeaseFence fence = new LeaseFence(options.shared().leaderElection().renewDeadline(), Moment::now);
        StartedController controller = assemble(host, fence);
        controller.electLeader(client, candidate(controller.address()), fence, host.metrics(), host.lostLease());
        return controller;
    }

    private StartedController assemble(Host host, WriteFence fence) throws Exception {
        ControllerMetrics metrics = host.metrics();
        KubernetesClient fenced = KubernetesClients.fenced(client, fence);
        PeerSecurity peers = resources.keep(peers(metrics));
        SendingEventRecorder events = resources.keep(events(fenced, http -> peers.calls(metrics.metered(http)), fence));
        FrameParts frames = frames(fenced, events, metrics);
        ControllerEnvironment environment = new ControllerEnvironment(
                frames,
                options.concurrent(),
                variables,
                new Writing(fence, client),
                host.artifacts(),
                peers,
                resources);
        ControllerParts parts = definition.build(environment, options);
        OperatorSetup setup = new OperatorSetup(options.shared(), environment.runtimeNamespace(), metrics.meters());
        return new StartedController(
                definition.name(),
                fenced,
                parts,
                resources,
                new StartedController.Serving(host.endpoints(), host.watches(), setup));
    }

    private PeerSecurity peers(ControllerMetrics metrics) {
        return SecuredPeers.of(
                options.shared().peers().in(runtimeNamespace()), client, metrics, EnvironmentProxies.of(variables));
    }

    private String runtimeNamespace() {
        return variables.getOrDefault("RUNTIME_NAMESPACE", ControllerEnvironment.DEFAULT_NAMESPACE);
    }

    private SendingEventRecorder events(
            KubernetesClient fenced, Function<HttpClient, PeerHttp> sender, WriteFence fence) {
        return SendingEventRecorder.start(
                definition.name(),
                HostName.of(variables),
                fenced,
                PostAddress.of(options.eventsPostedTo(), EnvironmentProxies.of(variables), sender, fence),
                Clock.systemUTC());
    }

    private LeaseElection.Candidate candidate(String address) {
        SharedOptions shared = options.shared();
        return new LeaseElection.Candidate(
                runtimeNamespace(),
                LeaseName.of(definition.name(), shared.watch().labelSelector()),
                HostName.of(variables),
                address,
                shared.leaderElection());
    }

    private FrameParts frames(KubernetesClient fenced, SendingEventRecorder events, ControllerMetrics metrics) {
        SharedOptions shared = options.shared();
        return new FrameParts(
                definition.name(),
                fenced,
                events,
                metrics,
                new Backoff(shared.retry().shortest(), shared.retry().longest()),
                new IntervalJitter(options.jitterPercentage(), () -> ThreadLocalRandom.current()
                        .nextDouble()),
                Clock.systemUTC());
    }
}
