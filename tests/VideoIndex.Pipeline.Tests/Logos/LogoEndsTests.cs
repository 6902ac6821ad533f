using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Logos;
using VideoIndex.Shots;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Memory;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Tests.Logos;

public sealed class LogoEndsTests : IDisposable
{
    private const int Frames = 200, Stride = 10, First = 33, Last = 67;

    private static readonly FrameEvidence Evidence = new(
        new Rational(1, 20), default, [.. Enumerable.Range(0, Frames).Select(frame => (long)frame)], [], new MediaTime(new Rational(Frames, 20)));

    private readonly string _file = Path.GetTempFileName();
    private readonly MemoryFoundEndStore _store = new();
    private readonly DrawnVideo _video = new();

    [Fact]
    public async Task Ends_are_looked_for_once_and_known_when_the_file_is_gone()
    {
        var found = await EndsAsync(_video);
        var read = _video.Read;
        var again = await EndsAsync(_video);
        File.Delete(_file);
        var gone = await EndsAsync(_video);

        Assert.Equal("[33/20 s, 17/5 s)", found.Appearances[0][0].Span.ToString());
        Assert.InRange(found.FramesRead, Last - First, 60); // half a second at each end, and the frame it is seen best in
        Assert.Equal((read, 0, 0), (_video.Read, again.FramesRead, again.Left));
        Assert.Equal(Spelled(found), Spelled(again));
        Assert.Equal((Spelled(found), 0), (Spelled(gone), gone.Left));
    }

    [Fact]
    public async Task Two_logos_in_the_same_frames_share_one_decode()
    {
        var both = await EndsAsync(_video, Stays(1), Stays(2));

        Assert.Equal(both.FramesRead, _video.Read);
        Assert.Equal(1, _video.Most);
        Assert.Equal(both.Appearances[0][0].Span, both.Appearances[1][0].Span);
    }

    [Fact]
    public async Task Without_the_file_ends_stay_between_two_looks_and_that_is_said()
    {
        File.Delete(_file);

        var gone = await EndsAsync(_video);

        Assert.Equal((0, 2, 0), (gone.FramesRead, gone.Left, _video.Read));
        Assert.Equal("[3/2 s, 2 s)", gone.Appearances[0][0].Start.ToString());
    }

    [Fact]
    public async Task A_file_that_is_another_by_now_is_left_alone()
    {
        await File.WriteAllTextAsync(_file, "changed");

        Assert.Equal((0, 2), ((await EndsAsync(_video)).FramesRead, (await EndsAsync(_video)).Left));
    }

    [Fact]
    public async Task Frames_that_do_not_come_are_asked_for_again_another_time()
    {
        var failed = await EndsAsync(new DrawnVideo { Fails = true });
        var found = await EndsAsync(_video);

        Assert.Equal(2, failed.Left);
        Assert.Equal("[33/20 s, 17/5 s)", found.Appearances[0][0].Span.ToString());
    }

    [Fact]
    public async Task Sightings_of_another_basis_are_looked_at_anew()
    {
        await EndsAsync(_video);
        var read = _video.Read;

        await EndsAsync(_video, Stays(1) with { Basis = "other pictures" });

        Assert.Equal(2 * read, _video.Read);
    }

    [Fact]
    public async Task Left_alone_when_not_asked_for_no_end_is_missed()
    {
        var quick = await EndsAsync(null);

        Assert.Equal((0, 0), (quick.FramesRead, quick.Left));
    }

    public void Dispose() => File.Delete(_file);

    private Task<RefinedStays> EndsAsync(IFrameReader? reader, params LogoStays[] stays)
    {
        var video = A.Video(_file).Contents;
        var (bytes, modified) = File.Exists(_file) && new FileInfo(_file).Length == 0 ? (0L, new DateTimeOffset(File.GetLastWriteTimeUtc(_file))) : (1L, A.Day(1));
        var probe = new MediaProbe { Format = "mov,mp4" };
        return new LogoEnds(_store, reader).OfAsync(
            video with { Video = video.Video with { Bytes = bytes, Modified = modified, Probe = probe } }, Evidence, stays is [] ? [Stays(1)] : stays, default);
    }

    private static string Spelled(RefinedStays found) => string.Join('\n', found.Appearances.SelectMany(logo => logo).Select(one => $"{one.Span} {one.Start} {one.End}"));

    // Seen at the looks of frames 40, 50 and 60.
    private static LogoStays Stays(long logo)
    {
        var (start, end) = (Span(30, 40), Span(60, 70));
        var seen = new LogoAppearance(new MediaSpan(start.Start, end.End), start, end, [.. Enumerable.Range(4, 3).Select(look => new TimedSighting(Time(look * Stride), new LogoSighting(look, DrawnVideo.Place, 60 - look, 20, 1, false)))], 3);
        return new LogoStays(logo, "basis", [seen], [.. Enumerable.Range(0, Frames / Stride).Select(look => LookPose.Start(look * Stride))], (DrawnVideo.Width, DrawnVideo.Height));
    }

    private static MediaTime Time(int frame) => new(new Rational(frame, 20));

    private static MediaSpan Span(int first, int until) => new(Time(first), Time(until));

    // A mark of black and white blocks from one frame to another, before a ground of stripes.
    private sealed class DrawnVideo : IFrameReader
    {
        public const int Width = 160, Height = 90;
        private readonly Dictionary<int, int> _times = [];

        public static Quad Place { get; } = new(new Point(40, 30), new Point(87, 30), new Point(87, 53), new Point(40, 53));

        public bool Fails { get; init; }

        public int Read => _times.Values.Sum();

        public int Most => _times.Values.Max();

        public Task<bool> ReadAsync(FrameRun run, Action<int, GrayPicture> take, CancellationToken cancellationToken)
        {
            for (var frame = run.First; frame <= run.Last && !Fails; frame++)
            {
                _times[frame] = _times.GetValueOrDefault(frame) + 1;
                take(frame, Draw(frame is >= First and <= Last));
            }

            return Task.FromResult(!Fails);
        }

        private static GrayPicture Draw(bool shows)
        {
            var pixels = new byte[Width * Height];
            for (var at = 0; at < pixels.Length; at++)
            {
                var (x, y) = (at % Width, at / Width);
                var isMark = shows && x is >= 40 and < 88 && y is >= 30 and < 54;
                pixels[at] = isMark ? (byte)((((x / 4) * 7) + ((y / 4) * 13) + ((x / 4) * (y / 4) * 5)) % 11 < 5 ? 20 : 230) : (byte)(100 + (x / 3 % 2 * 30));
            }

            return new GrayPicture(Width, Height, pixels);
        }
    }
}
