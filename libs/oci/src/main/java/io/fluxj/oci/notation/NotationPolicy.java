package io.fluxj.oci.notation;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxj.archive.Digest;
import io.fluxj.oci.Descriptor;
import io.fluxj.oci.Manifest;
import io.fluxj.oci.Registry;
import io.fluxj.oci.RegistryException;
import io.fluxj.oci.Repository;
import io.fluxj.oci.signature.ArtifactVerifier;
import io.fluxj.oci.signature.Json;
import io.fluxj.oci.signature.UnverifiedException;
import io.fluxj.oci.signature.Verdict;
import io.fluxj.oci.x509.Certificates;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Signatures that the Notary Project's tools made, judged by a trust policy. The certificates stand for every trust store that the policy names, as
 * with Flux. Nobody is asked over the network but the registry. Source: Notary Project specifications 1.0; behaviour §1.4.
 */
public final class NotationPolicy implements ArtifactVerifier {
    private static final String SIGNATURE = "application/vnd.cncf.notary.signature";
    private static final int MOST = 100;

    private final TrustPolicies policies;
    private final List<X509Certificate> trusted;
    private final Clock clock;

    private NotationPolicy(TrustPolicies policies, List<X509Certificate> trusted, Clock clock) {
        this.policies = policies;
        this.trusted = List.copyOf(trusted);
        this.clock = clock;
    }

    /**
     * Reads a policy.
     *
     * @param document {@code trustpolicy.json}
     * @param certificates files with certificates in PEM or DER form, by name
     * @throws UnverifiedException when one of them cannot be used
     */
    public static NotationPolicy parse(byte[] document, Map<String, byte[]> certificates, Clock clock)
            throws UnverifiedException {
        JsonNode json = Json.read(document);
        if (!json.isObject()) {
            throw new UnverifiedException(
                    "error occurred while parsing trustpolicy.json: it is no JSON object, or says a" + " thing twice");
        }
        List<X509Certificate> trusted = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : new TreeMap<>(certificates).entrySet()) {
            trusted.addAll(Certificates.readAll(file.getKey(), file.getValue()));
        }
        return new NotationPolicy(TrustPolicies.read(json), trusted, clock);
    }

    @Override
    public Verdict verify(Registry registry, Repository repository, Digest digest)
            throws UnverifiedException, RegistryException, InterruptedException {
        TrustPolicy policy = policies.of(repository);
        if (policy.level().isSkip()) {
            return new Verdict(false, List.of());
        }
        Judge judge = new Judge(policy, trusted, clock.instant());
        List<String> faults = new ArrayList<>();
        for (Descriptor referrer : referrers(registry, repository, digest)) {
            if (registry.manifest(repository.digest(referrer.digest())) instanceof Manifest.Image image
                    && image.kind().equals(SIGNATURE)) {
                try {
                    return judge.judge(envelope(registry, repository, image), digest);
                } catch (UnverifiedException fault) {
                    faults.add(fault.message());
                }
            }
        }
        throw new UnverifiedException(summary(repository.digest(digest).toString(), faults));
    }

    private static List<Descriptor> referrers(Registry registry, Repository repository, Digest digest)
            throws RegistryException, InterruptedException {
        return registry.referrers(repository, digest).stream().limit(MOST).toList();
    }

    private static Envelope envelope(Registry registry, Repository repository, Manifest.Image image)
            throws UnverifiedException, RegistryException, InterruptedException {
        if (image.layers().size() != 1) {
            throw new UnverifiedException("the signature manifest requires exactly one signature envelope blob, got "
                    + image.layers().size());
        }
        Descriptor layer = image.layers().getFirst();
        return Envelope.read(layer.mediaType(), registry.bytes(repository, layer));
    }

    private static String summary(String artifact, List<String> faults) {
        return faults.isEmpty()
                ? "no signature is associated with \"" + artifact + "\", make sure the artifact was signed successfully"
                : "signature verification failed for all the signatures associated with " + artifact + ": "
                        + String.join("; ", faults.stream().distinct().limit(3).toList());
    }
}
