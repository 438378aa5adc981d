package io.fluxj.runtime.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClusterSettingsTest {
    private static final Map<String, String> LEAST = Map.of("provider", "generic", "address", "https://a.example");

    @ParameterizedTest
    @CsvSource({
        "a.example,https://a.example:443",
        "a.example:6443,https://a.example:6443",
        "https://a.example,https://a.example:443",
        "https://a.example:6443,https://a.example:6443",
        "https://[::1]:6443,https://[::1]:6443",
    })
    void completesTheAddress(String given, String meant) throws TargetFailure {
        assertThat(ClusterSettings.of(with("address", given)).address()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.example", "https://user@a.example", "https://", "file:///etc/passwd", "a b"})
    void takesNoOtherAddress(String given) {
        assertThatThrownBy(() -> ClusterSettings.of(with("address", given)))
                .isInstanceOf(TargetFailure.class)
                .hasMessage("its address is not of the form https://host:port");
    }

    @Test
    void readsAudiencesOneALine() throws TargetFailure {
        List<String> two = List.of("one", "two");
        assertThat(ClusterSettings.of(with("audiences", "one\n two\n\n")).audiences())
                .isEqualTo(two);
        assertThat(ClusterSettings.of(with("audiences", "- one\n- \"two\"\n")).audiences())
                .isEqualTo(two);
        assertThat(ClusterSettings.of(LEAST).audiences()).containsExactly("https://a.example");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> ClusterSettings.of(Map.of("provider", "generic")))
                .hasMessage("it has no address, which the provider generic needs");
        assertThatThrownBy(() -> ClusterSettings.of(Map.of("provider", "aws")))
                .hasMessage("it has neither cluster nor address");
        assertThatThrownBy(() -> ClusterSettings.of(Map.of()))
                .hasMessage("its provider '' is not known: write generic, aws, azure or gcp");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> data = new TreeMap<>(LEAST);
        data.put(key, value);
        return data;
    }
}
