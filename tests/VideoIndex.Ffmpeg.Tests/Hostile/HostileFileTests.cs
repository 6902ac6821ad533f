using System.Text.Json;
using System.Text.RegularExpressions;

namespace VideoIndex.Ffmpeg.Tests.Hostile;

/// <summary>Every kind of hostile file ends in the state, code and sentence approved for it, and reaches nothing.</summary>
public sealed partial class HostileFileTests(Verdicts verdicts) : IClassFixture<Verdicts>
{
    [Fact]
    public void Each_kind_ends_in_the_state_approved_for_it() =>
        Golden.Verify(string.Concat(verdicts.All.Select(verdict => $"{verdict.Kind} | {verdict.State} | {verdict.Code} | {Steady(verdict.Sentence)}\n")));

    [Fact]
    public void Nothing_hangs_and_nothing_falls_through() =>
        Assert.DoesNotContain(verdicts.All, verdict => verdict.State is "HUNG" or "CRASHED" or "Accepted");

    [Fact]
    public void A_reason_is_one_plain_line() =>
        Assert.All(
            verdicts.All.Where(verdict => verdict.Sentence is not null),
            verdict => Assert.False(verdict.Sentence!.Any(char.IsControl) || verdict.Sentence!.Contains("   at ", StringComparison.Ordinal) || verdict.Sentence!.Length > 400, verdict.Sentence));

    [Fact]
    public void Not_one_frame_of_the_canary_is_seen() => Assert.Equal(0, verdicts.Canary.Seen);

    [Fact]
    public void Nobody_calls_the_canary() => Assert.Equal(0, verdicts.Canary.Calls);

    [Fact]
    public void Not_one_word_of_the_canary_is_told() =>
        Assert.All(verdicts.All, verdict => Assert.DoesNotContain(Canary.Words, JsonSerializer.Serialize(verdict), StringComparison.Ordinal));

    [Fact]
    public void Not_one_word_of_the_canary_is_kept() =>
        Assert.All(verdicts.Kept, file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Canary.Words))));

    [Fact]
    public void Nothing_is_written_but_keyframes() => Assert.Equal(["frames", "work"], verdicts.LeftBehind.Order());

    [Fact]
    public void No_scratch_stays() => Assert.All(verdicts.Kept, file => Assert.Contains("/frames/", file, StringComparison.Ordinal));

    [Fact]
    public void No_text_of_a_file_can_steer_a_terminal() =>
        Assert.All(
            verdicts.All.Where(verdict => verdict.Contents?.Video.Probe is not null),
            verdict => Assert.DoesNotContain(verdict.Contents!.Video.Probe!.Attributes, pair => (pair.Key + pair.Value).Any(IsSteering)));

    // How often a decoder complains, and of what first, depends on how many threads it has.
    private static string? Steady(string? sentence) => sentence is null ? null : Complaints().Replace(sentence, "reported ...");

    [GeneratedRegex("reported .*")]
    private static partial Regex Complaints();

    private static bool IsSteering(char letter) => char.IsControl(letter) || letter is '\u202A' or '\u202B' or '\u202C' or '\u202D' or '\u202E' or '\u2066' or '\u2067' or '\u2068' or '\u2069';
}
