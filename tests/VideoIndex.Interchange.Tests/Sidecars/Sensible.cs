using VideoIndex.Alerts;
using VideoIndex.Brands;
using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Importing;
using VideoIndex.Logos.Ends;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Metadata;
using VideoIndex.Objects;
using VideoIndex.Reviews;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;
using VideoIndex.Sidecars;
using VideoIndex.Similar;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;
using VideoIndex.Vocabularies;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>A side-car of each kind that makes sense and has something of everything.</summary>
internal static class Sensible
{
    private static readonly Stamp Ada = new(A.Day(3), "Ada");

    private static readonly Quad Place = new(new Point(1, 1), new Point(9, 1), new Point(9, 5), new Point(1, 5));

    public static VideoSidecar Video()
    {
        var id = A.Id("final.mp4");
        var rocket = new Tag(id, A.Span("2-1001/250"), TagKinds.Objects, "rocket", new Confidence(0.75), new Origin("model", "eyes", "1"))
        {
            Box = new PictureBox(1, 2, 3, 4),
            Angle = -15,
            Language = "en",
            How = "looked",
            Path = new TagPath([new PathPoint(A.Time("2"), new PictureBox(1, 2, 3, 4), 900)]),
        };
        var contents = A.Video("final.mp4").Hearing(A.Heard("ears", 1, "10 what a goal?", "loop! 30 so so")).Tagged("chapter", "0-300 First half").Contents;
        contents = contents with
        {
            Video = contents.Video with
            {
                State = VideoState.Degraded,
                Code = "damaged",
                Sentence = "The decoder reported 1 error.",
                Coverage = new Rational(1, 2),
                Timecodes = new TimecodeTrack(Timecode.FromFrame(90_000, FrameRate.Pal), A.Time("0")),
                Probe = Probe(),
                Meter = new Meter(5, 1, [new StageCost("probe", 1, new Jobs.JobCost(1, 2, 3))]),
                Notes = ["One track was passed over."],
            },
            Shots = [new ShotRecord(new Shot(1, A.Span("0-10")), A.Time("5"), $"frames/{id.ToString()[..2]}/{id}/00000125.jpg"), new ShotRecord(new Shot(2, A.Span("10-600")), A.Time("11"), null)],
            Transitions = [new Transition(TransitionKind.Cut, A.Span("10-10"), A.Time("10"))],
            Scenes = [new Scene(1, A.Span("0-600"), 1, 2)],
            Transcripts =
            [
                .. contents.Transcripts,
                new Transcript("de", new Origin("model", "ears", "1"), [new Utterance(A.Span("20-21"), "Tor") { Speaker = "left", Language = "en" }]) { Track = 2, Channel = "left", Notes = ["Hardly anybody speaks."] },
            ],
            Tags = [.. contents.Tags, rocket],
        };
        var claim = VideoClaim.Of(rocket);
        return new VideoSidecar(7, contents)
        {
            Evidence = Frames(),
            Prints = new VideoPrints(id, new PicturePrints(0, new byte[64]), new SoundPrint(A.Time("0"), new byte[8])),
            Vectors = [VideoVectors.Of(id, new VectorSource(VectorKind.PictureEvidence, "shots", "1"), [(new VectorMoment(A.Span("0-10"), A.Time("5")), [1, 2]), (new VectorMoment(A.Span("10-600"), A.Time("11")), [3, 4])])],
            Logos = [new LogoSeen("Acme", "main") { Basis = "ab", Sightings = [new LogoSighting(1, Place, 9.5, 12, 0, false)], EndsBasis = "cd", Ends = new Dictionary<UInt128, FoundEnd?> { [5] = new FoundEnd(3, Place), [6] = null } }],
            Fields = [new FieldKept("client", FieldType.Text, ["Acme | Co"]), new FieldKept("takes", FieldType.Number, ["2.5"])],
            Collections = ["Finals"],
            Changes = [new PastChange(Ada, "set", "client to Acme | Co")],
            Reviews =
            [
                new ReviewEntry(1, ReviewAct.Verified, claim, null, Ada, "yes"),
                new ReviewEntry(2, ReviewAct.Added, claim with { Label = "mine", Origin = new Origin("person", "Ada") }, null, Ada, ""),
                new ReviewEntry(3, ReviewAct.Withdrawn, claim with { Label = "mine", Origin = new Origin("person", "Ada") }, 2, Ada, ""),
            ],
            Imports = [new Import("x1", id, "list.csv", "csv", A.Day(4), [rocket], contents.Transcripts) { Complaints = ["Line 3 was left out."], Verbatim = "{}" }],
            Told = [new MomentTold("goals", "say", "what a goal", A.Span("10-13"), true)],
            Files = [new FileKept($"features/{id.ToString()[..2]}/{id}", new byte[9])],
        };
    }

    public static LibrarySidecar Library()
    {
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(new byte[5]));
        var picture = new ExamplePicture($"brands/{sha[..2]}/{sha}.png", sha, 20, 10, new PixelBox(0, 0, 20, 10), new ExampleSource.VideoFrame(A.Id("x"), A.Time("3"), new PixelBox(1, 2, 20, 10)));
        return new LibrarySidecar
        {
            Fields = [new FieldDefinition("client", FieldType.Text, []), new FieldDefinition("genre", FieldType.SingleChoice, ["Sport", "News"])],
            FieldChanges = [new PastChange(Ada, "field-defined", "client, text")],
            Vocabulary = [new VocabularyStatement("car", "preferred", "en", "car"), new VocabularyStatement("", "noise", "", "thing")],
            VocabularyChanges = [new PastChange(Ada, "added", "car preferred (en) 'car'")],
            Brands = [new BrandKept(
                new Brand
                {
                    Id = new BrandId(1),
                    Name = "Acme",
                    IsRetired = true,
                    Added = Ada,
                    Changed = Ada,
                    Attributes = new Dictionary<string, string> { ["owner"] = "Ütter" },
                    Groups = ["Cup"],
                    Logos = [new Logo(new LogoId(1), "main", [new LogoExample(new ExampleId(1), picture, Ada), new LogoExample(new ExampleId(2), picture with { Source = new ExampleSource.PictureFile("a.png") }, Ada)])],
                },
                [new PastChange(Ada, "added", "Acme")])],
            BrandGroups = ["Cup"],
            Alerts = [new Alert("goals", "goal", new AlertReceiver("cat", null, null), 0, A.Day(5), "Ada") { Rests = "why" }, new Alert("posts", "goal", new AlertReceiver(null, "https://example.org", "/etc/secret"), 0, A.Day(5), "Ada")],
            Files = [new FileKept(picture.Place, new byte[5])],
        };
    }

    private static MediaProbe Probe() => new()
    {
        Format = "mov",
        DeclaredDuration = new MediaDuration(new Rational(600, 1)),
        Pictures = [new PictureTrack { Index = 0, Codec = "h264", Width = 640, Height = 360, TimeBase = new Rational(1, 90_000), StartTimestamp = 0, DeclaredRate = FrameRate.Pal, AverageRate = FrameRate.Pal, DeclaredFrames = 15_000, PixelFormat = "yuv420p", Colour = "tv", Language = "eng", DeclaredDuration = new MediaDuration(new Rational(600, 1)) }],
        Audio = [new AudioTrack { Index = 1, Number = 1, Codec = "aac", SampleRate = 48_000, Channels = 2, TimeBase = new Rational(1, 48_000), StartTimestamp = 0, Language = "eng", Title = "Main" }],
        Captions = [new CaptionTrack { Index = 2, Number = 1, Codec = "mov_text", TimeBase = new Rational(1, 1000), Language = "eng", Title = "English" }],
        Chapters = [new Chapter(1, A.Span("0-300"), "First half")],
        StartTimecode = "01:00:00:00",
        StartTimecodeRate = FrameRate.Pal,
        Attributes = new Dictionary<string, string> { ["title"] = "Final" },
    };

    private static FrameEvidence Frames() => RandomVideos.Steady(50, new Rational(1, 90_000), 3600) with
    {
        Sketches = new FrameSketches(new byte[50 * FrameSketches.Size]),
        Looks = new FrameLooks([0, 12, 25], new byte[3 * LookFacts.Size]),
        Detections = [new DetectionLog(TagKinds.Objects, new Origin("model", "eyes", "1"), ["rocket"], [[new SeenObject(0, 900, new PictureBox(1, 2, 3, 4))], null, []])],
    };
}
