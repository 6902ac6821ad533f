namespace VideoIndex.Pipeline.Tests.Assembly;

public sealed class LabelNoteTests : IDisposable
{
    private readonly Studio _studio = new();

    public void Dispose() => _studio.Dispose();

    [Theory]
    [InlineData("10:00:00:10", "25", null)]
    [InlineData("10:00:00:20", "50", null)]
    [InlineData("10:00:00:21", "50", "The timecode the file carries, 10:00:00:21, was not taken: it counts at 50 a second and the pictures at 25, so it names no frame of theirs. Its frames are labelled from zero.")]
    public async Task The_label_is_said_at_the_pictures_rate_or_a_note_says_why_not(string written, string counted, string? note)
    {
        _studio.Film.Probe = Film.Of(Film.Pictures()) with { StartTimecode = written, StartTimecodeRate = Rate(counted) };

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Equal(note is null ? "10:00:00:10" : "00:00:00:00", $"{video.Timecodes!.First}");
        Assert.Equal(note is null ? [] : [note], video.Notes);
    }

    [Fact]
    public async Task A_timecode_beside_a_varying_rate_is_spoken_of()
    {
        _studio.Film.Probe = Film.Of(Film.Pictures()) with { StartTimecode = "10:00:00:10" };
        _studio.Film.Timestamps = [.. Enumerable.Range(0, 60).Select(frame => (long)(frame * frame))];

        var video = await _studio.IngestAsync(_studio.FileOf("a.mp4"));

        Assert.Null(video.Timecodes);
        Assert.Equal(["The timecode the file carries, 10:00:00:10, was not taken: the rate of its frames varies."], video.Notes);
    }

    private static Timing.FrameRate Rate(string text) => Timing.FrameRate.TryParse(text, out var rate) ? rate : throw new FormatException(text);
}
