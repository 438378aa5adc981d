package io.fluxj.testkit;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.kube.EmbeddedKube;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Kubernetes API of one test that goes away and comes back, at the same address and with the same objects. */
public sealed interface FragileServer extends AutoCloseable {
    /** One of each kind that there is on this machine. */
    static List<KubeTarget> targets() {
        List<KubeTarget> targets = new ArrayList<>(List.of(KubeTarget.EMBEDDED));
        if (RealServer.available()) {
            targets.add(KubeTarget.KUBE_APISERVER);
        }
        return targets;
    }

    /** Starts one with nothing in it. */
    static FragileServer start(KubeTarget target) {
        return switch (target) {
            case EMBEDDED -> Embedded.start();
            case KUBE_APISERVER -> new Real(ControlPlane.start(RealServer.programs()));
        };
    }

    /** An administrator's kubeconfig. */
    Path kubeconfig();

    /** A client of the administrator; the caller closes it. */
    default KubernetesClient client() {
        return Kubeconfigs.client(kubeconfig());
    }

    /** Takes the API away, a real one by {@code kill -9}. */
    void goAway();

    /** Brings it back. */
    void comeBack();

    /** Forgets all old versions, so that nobody can watch on from one of them; only while the API is there. */
    void compact();

    @Override
    void close();

    /** The API of {@code libs/embedded-kube}, on a storage folder. */
    final class Embedded implements FragileServer {
        private final Path folder;
        private final Path kubeconfig;
        private final int port;
        private Optional<EmbeddedKube> kube;

        private Embedded(Path folder, Path kubeconfig, EmbeddedKube kube) {
            this.folder = folder;
            this.kubeconfig = kubeconfig;
            this.port = kube.port();
            this.kube = Optional.of(kube);
        }

        static Embedded start() {
            try {
                Path folder = Files.createTempDirectory("fragile-kube");
                EmbeddedKube kube = EmbeddedKube.builder()
                        .workloads(true)
                        .storage(folder.resolve("storage"))
                        .port(FreePort.choose())
                        .start();
                Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kube.kubeconfig());
                return new Embedded(folder, kubeconfig, kube);
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot prepare a server", failed);
            }
        }

        @Override
        public Path kubeconfig() {
            return kubeconfig;
        }

        @Override
        public void goAway() {
            kube.ifPresent(EmbeddedKube::close);
            kube = Optional.empty();
        }

        @Override
        public void comeBack() {
            kube = Optional.of(EmbeddedKube.builder()
                    .workloads(true)
                    .storage(folder.resolve("storage"))
                    .port(port)
                    .start());
        }

        @Override
        public void compact() {
            kube.orElseThrow().compact();
        }

        @Override
        public void close() {
            goAway();
            DeleteFolder.quietly(folder);
        }
    }

    /** A real one. */
    record Real(ControlPlane controlPlane) implements FragileServer {
        @Override
        public Path kubeconfig() {
            return controlPlane.kubeconfig();
        }

        @Override
        public void goAway() {
            controlPlane.killApiServer();
        }

        @Override
        public void comeBack() {
            controlPlane.startApiServer();
        }

        @Override
        public void compact() {
            controlPlane.compact();
        }

        @Override
        public void close() {
            controlPlane.close();
        }
    }
}
