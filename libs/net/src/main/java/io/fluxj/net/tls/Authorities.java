package io.fluxj.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Trust as JSSE takes it. */
final class Authorities {
    private Authorities() {}

    static TrustManager[] managers(Trust trust) throws GeneralSecurityException, IOException {
        Stream<X509Certificate> system = trust.alone() ? Stream.empty() : system();
        List<X509Certificate> all = Stream.concat(system, Pem.certificates(trust.authorities()).stream())
                .toList();
        KeyStore store = emptyStore();
        for (int number = 0; number < all.size(); number++) {
            store.setCertificateEntry("authority-" + number, all.get(number));
        }
        return factory(store).getTrustManagers();
    }

    private static Stream<X509Certificate> system() throws GeneralSecurityException {
        return Arrays.stream(factory(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()));
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
