package io.fluxj.deploy.acceptance;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fluxj.testkit.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where what Pods name lies on this machine: their ports are free ones of loopback, their volumes are folders, their Services lead to the ports that the
 * Services choose.
 *
 * @param ports by Deployment and name of the port, with a slash between
 */
record Whereabouts(InstallObjects install, Map<String, Integer> ports, Path folder) {
    /** A Service, and the port of it where it is not that of HTTP. */
    private static final Pattern SERVICE =
            Pattern.compile("([a-z0-9-]+)\\.([a-z0-9-]+)\\.svc\\.cluster\\.local\\.?(?::([0-9]+))?");

    private static final int HTTP = 80;

    static Whereabouts of(InstallObjects install, Path folder) {
        Map<String, Integer> ports = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Deployment deployment : install.deployments()) {
            for (ContainerPort port : container(deployment).getPorts()) {
                ports.put(name(deployment) + "/" + port.getName(), another(taken));
            }
        }
        return new Whereabouts(install, Map.copyOf(ports), folder);
    }

    private static int another(Set<Integer> taken) {
        int port = FreePort.choose();
        while (!taken.add(port)) {
            port = FreePort.choose();
        }
        return port;
    }

    static String name(Deployment deployment) {
        return deployment.getMetadata().getName();
    }

    static Container container(Deployment deployment) {
        List<Container> containers =
                deployment.getSpec().getTemplate().getSpec().getContainers();
        if (containers.size() != 1) {
            throw new AssertionError(name(deployment) + " has not one container");
        }
        return containers.getFirst();
    }

    int port(String deployment, String port) {
        return Objects.requireNonNull(ports.get(deployment + "/" + port), () -> deployment + " has no port " + port);
    }

    /** Where a path of the container lies; empty when no volume is mounted there or above. */
    Optional<Path> inVolume(Deployment deployment, String path) {
        return container(deployment).getVolumeMounts().stream()
                .filter(mount -> Path.of(path).startsWith(mount.getMountPath()))
                .findFirst()
                .map(mount -> folder(deployment, mount.getName())
                        .resolve(Path.of(mount.getMountPath()).relativize(Path.of(path))));
    }

    /** The folder that is a volume. */
    Path folder(Deployment deployment, String volume) {
        return folder.resolve(name(deployment)).resolve(volume);
    }

    /** A text in which Services are named, with where they lead instead. */
    String reached(String text) {
        return SERVICE.matcher(text).replaceAll(this::address);
    }

    private String address(MatchResult found) {
        if (!found.group(2).equals(InstallObjects.NAMESPACE)) {
            throw new AssertionError(found.group() + " lies in another namespace");
        }
        int number = found.group(3) == null ? HTTP : Integer.parseInt(found.group(3));
        Service service = install.service(found.group(1));
        ServicePort port = service.getSpec().getPorts().stream()
                .filter(candidate -> candidate.getPort() == number)
                .findFirst()
                .orElseThrow(() -> new AssertionError(found.group() + ": the Service has no port " + number));
        return "127.0.0.1:" + port(behind(service), port.getTargetPort().getStrVal());
    }

    /** The Deployment whose Pods a Service chooses. */
    private String behind(Service service) {
        Map<String, String> selector = service.getSpec().getSelector();
        List<String> chosen = install.deployments().stream()
                .filter(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(selector.entrySet()))
                .map(Whereabouts::name)
                .toList();
        if (chosen.size() != 1) {
            throw new AssertionError(service.getMetadata().getName() + " chooses " + chosen);
        }
        return chosen.getFirst();
    }
}
