using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.ScreenText;
using VideoIndex.Pipeline.Stages;
using VideoIndex.ScreenText;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.ScreenText;

public sealed class ReadTextTests : IDisposable
{
    private static readonly VideoId Video = new(new byte[32]);
    private static readonly ReadText Command = new(Video, 1, Segment.Whole);

    private readonly LibraryFolder _library = new(Directory.CreateTempSubdirectory("videoindex-test-").FullName);
    private readonly string _work;

    public ReadTextTests() => _work = _library.MakeWork(Video, 1);

    public void Dispose() => Directory.Delete(_library.Root, recursive: true);

    [Fact]
    public async Task Each_crop_is_read_once_and_told_in_the_order_of_the_looks()
    {
        var seen = Seen(Look(0, Kept("a", 10), Standing()), Look(500, Standing(), Kept("b", 30), Kept("empty", 0)));

        var read = await Stage(seen).RunAsync(Command, new Heard(), default);

        Assert.Equal(["0 0 10-wide", "500 1 30-wide"], read.Readings.Select(reading => $"{reading.Timestamp} {reading.Place} {reading.Words[0].Text}"));
        Assert.Equal((3, 3L * 8 * CropWidth, null), (read.Crops, read.Pixels, read.Missing));
        Assert.Equal("lines", read.Reader!.Name);
    }

    [Fact]
    public async Task Progress_rises_with_every_crop()
    {
        var heard = new Heard();

        await Stage(Seen(Look(0, Kept("a", 1), Kept("b", 2)), Look(500, Kept("c", 3)))).RunAsync(Command, heard, default);

        Assert.Equal([new(1, 3), new(2, 3), new(3, 3)], heard.Reports);
    }

    [Fact]
    public async Task Where_nobody_can_read_it_says_why_and_the_work_goes_on()
    {
        var readers = new Lines { Missing = "No reader is installed." };

        var read = await Stage(Seen(Look(0, Kept("a", 1))), readers).RunAsync(Command, new Heard(), default);

        Assert.Equal(("No reader is installed.", 0, null), (read.Missing, read.Crops, read.Reader));
        Assert.Empty(read.Readings);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_read_no_reader_is_opened()
    {
        var readers = new Lines();

        await Stage(Seen(Look(0), Look(500, Standing())), readers).RunAsync(Command, new Heard(), default);
        await Stage(null, readers).RunAsync(Command, new Heard(), default);

        Assert.Equal(0, readers.Opened);
    }

    [Fact]
    public async Task Of_a_picture_that_is_all_lines_the_likeliest_are_read()
    {
        var lines = Enumerable.Range(0, 200).Select(at => Kept($"l{at}", 1) with { Certainty = (byte)(255 - at) }).Reverse().ToArray();

        var read = await Stage(Seen(Look(0, lines))).RunAsync(Command, new Heard(), default);

        Assert.Equal(ReadTextStage.MostInALook, read.Crops);
        Assert.Equal(["104 lines were not read: of one picture, no more than 96 are."], read.Notes);
        Assert.All(read.Readings, reading => Assert.InRange(reading.Place, 104, 199));
    }

    [Fact]
    public async Task What_was_read_comes_back_exactly()
    {
        var read = await Stage(Seen(Look(0, Kept("a", 10)))).RunAsync(Command, new Heard(), default);
        var bytes = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(read, Wire.Default.TextRead);
        var back = System.Text.Json.JsonSerializer.Deserialize(bytes, Wire.Default.TextRead)!;

        Assert.Equal(read.Readings[0].Words[0], back.Readings[0].Words[0]);
        Assert.Equal((read.Reader, read.Crops, read.Pixels), (back.Reader, back.Crops, back.Pixels));
    }

    private const int CropWidth = 100;

    private static TextLook Look(long timestamp, params TextSighting[] sightings) => new(timestamp, sightings, []);

    private static TextSighting Standing() => new(new PictureBox(1000, 8000, 4000, 500), 0, true, 200, 0, 0, null);

    private ReadTextStage Stage(SegmentFrames? seen, Lines? readers = null) =>
        new(readers ?? new Lines(), new OneSegment(seen), _library);

    private SegmentFrames Seen(params TextLook[] looks) => new([], [], 0, [], Path.GetFileName(_work), new DecodeReport(0, 0, null))
    {
        Looks = [.. looks.Select((look, place) => new SegmentLook(place, new byte[LookFacts.Size], look))],
    };

    private TextSighting Kept(string name, byte shade)
    {
        var pixels = new byte[CropWidth * 8];
        Array.Fill(pixels, shade);
        PortableGraymap.Write(Path.Combine(_work, name + ".pgm"), new GrayPicture(CropWidth, 8, pixels));
        return Standing() with { Before = -1, Crop = name + ".pgm" };
    }

    // Reads in each picture one word that names its shade, and none in a black one.
    private sealed class Lines : ITextReaders, ITextReader
    {
        public string? Missing { get; init; }

        public IReadOnlyList<string> Notes => [];

        public int Opened { get; private set; }

        public Origin Origin { get; } = new("model", "lines", "1");

        public ITextReader Open()
        {
            Opened++;
            return this;
        }

        public IReadOnlyList<ReadWord> Read(GrayPicture crop) => crop.Pixels[0] == 0
            ? []
            : [new ReadWord($"{crop.Pixels[0]}-wide", new Confidence(0.9), 20, 2, crop.Pixels[0], 4, "eng")];

        public void Dispose()
        {
        }
    }

    private sealed class Heard : IProgress<StageProgress>
    {
        public List<StageProgress> Reports { get; } = [];

        public void Report(StageProgress value) => Reports.Add(value);
    }

    private sealed class OneSegment(SegmentFrames? frames) : IFindings
    {
        public Task<SegmentFrames?> SegmentAsync(ICommand command, CancellationToken cancellationToken) => Task.FromResult(frames);

        public Task<Video> VideoAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<MediaProbe> ProbeAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<CaptionsRead?> CaptionsAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SoundHeard?> SoundAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<SegmentFrames>> SurveyAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<TextRead>> TextAsync(ICommand command, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<(Stitch Stitch, int Decodes)> FramesAsync(ICommand command, IKeyframeChooser chooser, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<VideoAssembled> AssembledAsync(ICommand command, int round, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
