using VideoIndex.Media;
using VideoIndex.Pipeline.Hearing;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Tests.Hearing;

public sealed class TracksToHearTests
{
    [Theory]
    [InlineData("eng deu", "", "1 2")]            // no captions
    [InlineData("eng deu", "en", "2")]
    [InlineData("eng deu", "en de", "")]
    [InlineData("eng deu fra", "de-CH", "1 3")]
    [InlineData("- -", "en", "")]                 // who does not say what is spoken is taken to have the captions there are
    [InlineData("- deu", "en", "2")]
    [InlineData("eng deu", "-", "2")]             // captions are in the language of the first track
    [InlineData("- deu", "-", "")]                // of which nobody knows what it is
    [InlineData("ger", "deu", "")]
    public void A_track_is_listened_to_where_there_are_no_captions_in_its_language(string tracks, string captions, string expected) =>
        Assert.Equal(expected, Heard(tracks, captions, ListenWhen.WhereNoCaptions));

    [Fact]
    public void Captions_without_a_word_are_none() =>
        Assert.Equal("1", string.Join(' ', TracksToHear.Of(Probe("eng"), [new Transcript("en", new Origin("captions", "CC1"), [])], ListenWhen.WhereNoCaptions).Select(track => track.Number)));

    [Fact]
    public void Who_wants_all_heard_or_none_is_obeyed()
    {
        Assert.Equal("1 2", Heard("eng deu", "en de", ListenWhen.Always));
        Assert.Equal("", Heard("eng deu", "", ListenWhen.Never));
    }

    private static string Heard(string tracks, string captions, ListenWhen when) => string.Join(' ', TracksToHear.Of(
        Probe(tracks),
        [.. captions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(language => new Transcript(Stated(language), new Origin("captions", "CC1"), [new Utterance(A.Span("0-1"), "hello")]))],
        when).Select(track => track.Number));

    private static MediaProbe Probe(string tracks) => Film.Of() with { Audio = [.. tracks.Split(' ').Select((language, at) => Film.Sound(0) with { Number = at + 1, Language = Stated(language) })] };

    private static string? Stated(string language) => language == "-" ? null : language;
}
