package io.fluxj.sops.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was opened once is remembered, within bounds. */
final class CachingKeyServiceTest {
    private final List<String> asked = new ArrayList<>();

    private final KeyService server = new KeyService() {
        @Override
        public boolean serves(MasterKey key) {
            return key instanceof MasterKey.Age;
        }

        @Override
        public byte[] decrypt(MasterKey key) throws KeyException {
            asked.add(key.encrypted());
            if (key.encrypted().equals("wrong")) {
                throw new KeyException("no");
            }
            return new byte[] {1, 2, 3};
        }
    };

    private final KeyService service = new CachingKeyService(server, 2);

    private static MasterKey key(String encrypted) {
        return new MasterKey.Age("age1x", encrypted);
    }

    @Test
    void asksOnceForWhatDoesNotChange() throws KeyException {
        byte[] first = service.decrypt(key("a"));
        Arrays.fill(first, (byte) 0);

        assertThat(service.decrypt(key("a"))).containsExactly(1, 2, 3);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void asksAgainForWhatWasAskedForLongestAgo() throws KeyException {
        for (String each : List.of("a", "b", "a", "c", "a", "b")) {
            assertThat(service.decrypt(key(each))).containsExactly(1, 2, 3);
        }
        assertThat(asked).containsExactly("a", "b", "c", "b");
    }

    @Test
    void remembersNoFailure() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> service.decrypt(key("wrong"))).isInstanceOf(KeyException.class);
        }
        assertThat(asked).containsExactly("wrong", "wrong");
    }

    @Test
    void tellsRecipientsApart() throws KeyException {
        service.decrypt(key("a"));
        service.decrypt(new MasterKey.Age("age1y", "a"));
        assertThat(asked).containsExactly("a", "a");
    }
}
