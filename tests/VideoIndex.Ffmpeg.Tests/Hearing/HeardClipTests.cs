using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Hostile;
using VideoIndex.Testing.Clips;
using VideoIndex.Videos;

namespace VideoIndex.Ffmpeg.Tests.Hearing;

/// <summary>Tones planted by FFmpeg at known times, found again by a stub that knows nothing of containers: every word is where it was planted, to the stub's own 10 ms and the codec's smear.</summary>
public sealed class HeardClipTests : IDisposable
{
    // A second of silence, then tones of 0.2 s at 1, 3 and 5 s: goal, save, corner.
    private const string Spoken =
        "-f lavfi -i aevalsrc=exprs='0.4*sin(2*PI*t*(600*between(t,1,1.2)+800*between(t,3,3.2)+1000*between(t,5,5.2)))':d=7:s=48000";

    private const string Pictures = "-f lavfi -i testsrc=d=7:r=25:s=64x48";
    private static readonly Lazy<Task<MediaTools>> Tools = new(() => MediaTools.DiscoverAsync(default));
    private readonly TestClip _clip = new();

    public void Dispose() => _clip.Dispose();

    [Theory]
    [InlineData("mp4", "-c:v libx264 -c:a aac")] // its edit list hides what an encoder needs to get going
    [InlineData("mkv", "-c:v libx264 -c:a flac")] // whole milliseconds
    [InlineData("ts", "-c:v libx264 -c:a mp2")]  // begins at 1.4 s of its own clock
    [InlineData("mov", "-c:v libx264 -c:a pcm_s16le")]
    [InlineData("avi", "-c:v mpeg4 -c:a mp3")]
    public async Task A_word_is_heard_when_it_is_said(string kind, string codecs) =>
        AssertSaid(["1 goal 1", "1 save 3", "1 corner 5"], await HearAsync($"{Pictures} {Spoken} {codecs} -shortest a.{kind}"));

    [Fact]
    public async Task Sound_that_begins_late_is_heard_late() =>
        AssertSaid(["1 goal 3", "1 save 5"], await HearAsync($"{Pictures} -itsoffset 2 {Spoken} -map 0:v -map 1:a -c:v libx264 -c:a flac -t 6.5 a.mkv"));

    [Fact]
    public async Task Sound_with_a_hole_is_heard_on_both_sides_of_it_at_its_time()
    {
        const string Hole = "-af aselect='not(between(t,1.6,2.6))'";
        AssertSaid(["1 goal 1", "1 save 3", "1 corner 5"], await HearAsync($"{Pictures} {Spoken} -map 0:v -map 1:a {Hole} -c:v libx264 -c:a pcm_s16le a.mkv"));
    }

    [Fact]
    public async Task Tracks_that_begin_at_different_times_keep_theirs() => AssertSaid(
        ["1 goal 1", "1 save 3", "1 corner 5", "2 goal 2.5", "2 save 4.5", "2 corner 6.5"],
        await HearAsync($"{Pictures} {Spoken} -itsoffset 1.5 {Spoken} -map 0:v -map 1:a -map 2:a -c:v libx264 -c:a flac -t 8 a.mkv"));

    [Fact]
    public async Task What_is_on_the_centre_of_a_film_is_heard_through_what_is_around_it() => AssertSaid(
        ["1 goal 1", "1 save 3", "1 corner 5"],
        await HearAsync($"{Pictures} {Spoken} -filter_complex [1:a]pan=5.1|FC=c0[a] -map 0:v -map [a] -c:v libx264 -c:a ac3 a.mkv"));

    [Fact]
    public async Task Speakers_on_a_channel_each_are_heard_apart()
    {
        const string Split = "-filter_complex [1:a]asplit[x][y];[x]volume='between(t,0,2)+between(t,4,9)':eval=frame[l];[y]volume='between(t,2,4)':eval=frame[r];[l][r]join=inputs=2:channel_layout=stereo[a]";
        var contents = await ContentsAsync($"{Pictures} {Spoken} {Split} -map 0:v -map [a] -c:v libx264 -c:a flac a.mkv");

        Assert.Equal(["left goal corner", "right save"], contents.Transcripts.OrderBy(heard => heard.Channel)
            .Select(heard => $"{heard.Channel} {string.Join(' ', heard.Utterances.Select(utterance => utterance.Text))}"));
    }

    [Theory]
    [InlineData("-ac 1 -ar 8000 -c:a pcm_mulaw a.wav")]
    [InlineData("-ac 2 -ar 44100 -c:a mp3 a.mp3")]
    public async Task A_file_of_sound_alone_is_listened_to(string form) => AssertSaid(["1 goal 1", "1 save 3", "1 corner 5"], await HearAsync($"{Spoken} {form}"));

    [FixtureFact]
    public async Task Two_people_on_a_channel_each_are_told_from_ordinary_stereo()
    {
        Assert.Equal("left right", await ChannelsAsync("SYSTRAN__faster-whisper/stereo_diarization.wav"));
        Assert.Equal("all", await ChannelsAsync("openai__whisper/jfk.flac"));
        Assert.Equal("all", await ChannelsAsync("sandrohanea__whisper.net/kennedy.wav"));
    }

    private async Task<string> ChannelsAsync(string fixture)
    {
        var contents = await (await IngestAsync()).ReadAsync(Path.Combine(Fixtures.Folder, "audio", fixture));
        return string.Join(' ', contents.Transcripts.Select(heard => heard.Channel ?? "all").Order());
    }

    private static void AssertSaid(string[] expected, IReadOnlyList<(string Word, double At)> heard)
    {
        Assert.Equal(expected.Select(said => said[..said.LastIndexOf(' ')]), heard.Select(said => said.Word));
        Assert.All(expected.Zip(heard), pair => Assert.Equal(double.Parse(pair.First.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture), pair.Second.At, 0.03));
    }

    private async Task<IReadOnlyList<(string Word, double At)>> HearAsync(string recipe) =>
    [
        .. (await ContentsAsync(recipe)).Transcripts.OrderBy(heard => heard.Track).SelectMany(heard => heard.Utterances.SelectMany(utterance => utterance.Words)
            .Select(word => ($"{heard.Track} {word.Text.Trim()}", word.Span.Start.Seconds.ToDouble()))),
    ];

    private async Task<VideoContents> ContentsAsync(string recipe)
    {
        var file = await _clip.MakeAsync(recipe);
        return await (await IngestAsync()).ReadAsync(file);
    }

    private async Task<WholeIngest> IngestAsync() => new(await Tools.Value, _clip.PathOf("library"), new StubTranscribers());
}
