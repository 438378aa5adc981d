package io.fluxj.kube.access;

import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.http.HttpRequest;
import io.fluxj.kube.tls.Authority;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;

/** Finds out who is asking: by client certificate, by a known token, or by a service account's token. */
public final class Credentials {
    private static final int MAX_CERTIFIED = 1000;

    private final Authority authority;
    private final ServiceAccountTokens accounts;
    private final Map<String, User> tokens = new ConcurrentHashMap<>();
    private final Map<X509Certificate, User> certified = new ConcurrentHashMap<>();

    /** Trusts the authority's certificates and the accounts' tokens. */
    public Credentials(Authority authority, ServiceAccountTokens accounts) {
        this.authority = authority;
        this.accounts = accounts;
    }

    /** Lets a token stand for a user. */
    public void addToken(String token, User user) {
        tokens.put(token, user);
    }

    /** The user of a request; a request without valid credentials is refused. */
    public User user(HttpRequest request) {
        X509Certificate certificate = request.certificate();
        Optional<String> bearer = request.header("authorization")
                .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(h -> h.substring(7).strip())
                .or(() -> request.upgradesToWebSocket() ? WebSocketBearer.token(request) : Optional.empty());
        if (certificate != null) {
            User known = certified(certificate);
            if (known != null) {
                return known;
            }
        }
        if (bearer.isPresent()) {
            return ofToken(bearer.get()).orElseThrow(ApiError::unauthorized);
        }
        throw ApiError.unauthorized();
    }

    /** The user that a token stands for. */
    public Optional<User> ofToken(String token) {
        User known = tokens.get(token);
        return known != null ? Optional.of(withAuthenticated(known)) : accounts.verify(token);
    }

    /** The user that a token stands for towards an audience. Tokens that are no service account's are for this server alone. */
    public Optional<User> ofToken(String token, String audience) {
        return audience.equals(ServiceAccountTokens.ISSUER) ? ofToken(token) : accounts.verify(token, audience);
    }

    /** Who a certificate proves to be; each connection has one, which is looked at once. */
    private @Nullable User certified(X509Certificate certificate) {
        User known = certified.get(certificate);
        if (known == null && authority.signed(certificate)) {
            known = ofCertificate(certificate);
            if (certified.size() >= MAX_CERTIFIED) {
                certified.clear();
            }
            certified.put(certificate, known);
        }
        return known == null || !authority.inTime(certificate) ? null : known;
    }

    private static User ofCertificate(X509Certificate certificate) {
        X500Name name =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        List<String> groups = new ArrayList<>();
        for (RDN rdn : name.getRDNs(BCStyle.O)) {
            groups.add(IETFUtils.valueToString(rdn.getFirst().getValue()));
        }
        RDN[] common = name.getRDNs(BCStyle.CN);
        String user = common.length == 0
                ? ""
                : IETFUtils.valueToString(common[0].getFirst().getValue());
        return withAuthenticated(User.of(user, groups));
    }

    private static User withAuthenticated(User user) {
        List<String> groups = new ArrayList<>(user.groups());
        if (!groups.contains(User.AUTHENTICATED)) {
            groups.add(User.AUTHENTICATED);
        }
        return new User(user.name(), user.uid(), groups, user.extra());
    }
}
