package io.fluxj.runtime.identity.gcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.ClusterCloud;
import io.fluxj.runtime.identity.ClusterPlace;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Google Kubernetes Engine. Source: Kubernetes Engine API, projects.locations.clusters.get. */
public record GkeClusters(GcpIdentity identity) implements ClusterCloud {
    private static final Pattern NAME =
            Pattern.compile("projects/[a-z0-9:.-]{1,60}/locations/[a-z0-9-]{1,40}/clusters/[a-z][a-z0-9-]{0,39}");
    private static final Duration PLACE = Duration.ofMinutes(30);

    @Override
    public void check(String cluster) throws IdentityException {
        if (!NAME.matcher(cluster).matches()) {
            throw new IdentityException("its cluster '" + cluster + "' is no resource name of a cluster of GKE, such as"
                    + " projects/fleet/locations/europe-west1/clusters/prod");
        }
    }

    /** By its address; a cluster that can be reached by its name only tells that. */
    @Override
    public ClusterPlace find(String cluster, Principal who, Caller caller) throws IdentityException {
        check(cluster);
        JsonNode told = caller.json(Call.get(
                URI.create("https://container.googleapis.com/v1/" + cluster),
                Map.of("Authorization", "Bearer " + identity.token(who, caller).value())));
        String address = told.path("endpoint").asText("");
        String name = told.at("/controlPlaneEndpointsConfig/dnsEndpointConfig/endpoint")
                .asText("");
        boolean byAddress = !address.isEmpty();
        return ClusterPlace.told(
                byAddress ? address : name,
                byAddress ? told.at("/masterAuth/clusterCaCertificate").asText("") : "",
                identity.environment().clock().instant().plus(PLACE));
    }

    @Override
    public AccessToken token(String cluster, Principal who, Caller caller) throws IdentityException {
        return identity.token(who, caller);
    }

    @Override
    public boolean needsName() {
        return false;
    }
}
