using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Objects;
using VideoIndex.Pipeline.Stages;
using VideoIndex.ScreenText;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Pipeline.Tests.Frames;

public sealed class SegmentFramesFormTests
{
    [Fact]
    public void The_form_never_changes() => Golden.Verify(string.Join('\n', Samples.Select(sample => Convert.ToHexStringLower(SegmentFramesForm.Write(sample)))) + "\n");

    [Fact]
    public void What_was_written_is_read_again()
    {
        foreach (var sample in Samples)
        {
            var bytes = SegmentFramesForm.Write(sample);
            var read = SegmentFramesForm.Read(bytes);
            Assert.Equal(bytes, SegmentFramesForm.Write(read));
            Assert.Equal(sample.Refusal, read.Refusal);
            Assert.Equal(sample.Frames?.Timestamps, read.Frames?.Timestamps);
            Assert.Equal(sample.Frames?.Scores, read.Frames?.Scores);
            Assert.Equal(sample.Frames?.Pictures, read.Frames?.Pictures);
            Assert.Equal(sample.Frames?.Report, read.Frames?.Report);
            Assert.Equal(sample.Frames?.Sketches.Bytes.ToArray(), read.Frames?.Sketches.Bytes.ToArray());
            Assert.Equal(sample.Frames?.Looks.Select(look => $"{look.Place} {Convert.ToHexStringLower(look.Facts)}"), read.Frames?.Looks.Select(look => $"{look.Place} {Convert.ToHexStringLower(look.Facts)}"));
            Assert.Equal(sample.Frames?.Looks.SelectMany(look => look.Text.Sightings), read.Frames?.Looks.SelectMany(look => look.Text.Sightings));
            Assert.Equal(sample.Frames?.Looks.SelectMany(look => look.Text.Ends), read.Frames?.Looks.SelectMany(look => look.Text.Ends));
            Assert.Equal(Spelled.Out(sample.Frames?.Detectors), Spelled.Out(read.Frames?.Detectors));
            Assert.Equal(Spelled.Out(sample.Frames?.Looks.Select(look => look.Seen)), Spelled.Out(read.Frames?.Looks.Select(look => look.Seen)));
            Assert.Equal((sample.Frames?.Owned, sample.Frames?.Folder), (read.Frames?.Owned, read.Frames?.Folder));
        }
    }

    [Fact]
    public void Another_form_is_not_guessed_at() =>
        Assert.Throws<InvalidDataException>(() => SegmentFramesForm.Read(new byte[] { 9, 1, 0, 0 }));

    [Fact]
    public void A_frame_takes_42_bytes_and_hardly_more_while_nothing_moves()
    {
        var frames = Enumerable.Range(0, 10_000).ToList();
        var bytes = SegmentFramesForm.Write(new FramesAnalyzed(
            new SegmentFrames([.. frames.Select(frame => frame * 512L)], [.. frames.Select(_ => default(FrameScore))], 10_000, [], "x", new DecodeReport(10_000, 0, null)) { Sketches = Still(10_000) }, null));
        Assert.InRange(bytes.Length, 420_000, 420_600);
    }

    private static FramesAnalyzed[] Samples { get; } =
    [
        new(null, null),
        new(null, new SegmentRefusal("no-frames", "Not one picture of the file could be decoded.")),
        new(
            new SegmentFrames(
                [-3003, 0, 3003, 8_589_934_592],
                [.. Enumerable.Range(1, 4).Select(Score)],
                3,
                [new FramePicture(0, "00000001.jpg"), new FramePicture(2, "00000002.jpg")],
                "k2l4mq1x.abc",
                new DecodeReport(4, 2, "error while decoding MB 3 4", ClosedCaptions: true, Repaired: true))
            {
                Sketches = new FrameSketches(Enumerable.Range(0, 4 * FrameSketches.Size).Select(at => (byte)(at * at / 7 % 256)).ToArray()),
                Detectors =
                [
                    new DetectorRecord("object", new Origin("model", "yolox-nano", "1"), ["person", "bicycle", "car"], null, "The model failed."),
                    new DetectorRecord("face", null, [], "Faces are not looked for: no model for it is installed.", null),
                ],
                Looks =
                [
                    new SegmentLook(1, [.. Enumerable.Range(0, LookFacts.Size).Select(at => (byte)(at % 256))], new TextLook(0, [], [])) { Seen = [null, null] },
                    new SegmentLook(3, new byte[LookFacts.Size], new TextLook(
                        8_589_934_592,
                        [
                            new TextSighting(new PictureBox(100, 7900, 2500, 410), -125, true, 200, -1, 3003, "00000001-0.pgm"),
                            new TextSighting(new PictureBox(0, 0, 10_000, 10_000), 0, false, 12, 4, -3003, null),
                        ],
                        [new TextEnd(2, 3003)]))
                    {
                        Seen = [[new SeenObject(2, 873, new PictureBox(10, 20, 3000, 9980)), new SeenObject(0, 5, new PictureBox(0, 0, 1, 1))], null],
                    },
                ],
            },
            null),
        new(new SegmentFrames([], [], 0, [], "", new DecodeReport(0, 0, null)), null),
    ];

    private static FrameSketches Still(int frames) => new(new byte[frames * FrameSketches.Size]);

    private static FrameScore Score(int n) => new(
        (ushort)(n * 1000), (ushort)(n * 2000), (ushort)(n * 3000), (byte)(n + 1), (byte)(n + 2), (byte)(n + 3), 0x0123456789ABCDEF * (ulong)n % 0xFFFFFFFFFFFF,
        new((ushort)n, 2, 3), new(4, (ushort)n, 6), new(7, 8, (ushort)n), 10, 11, 12, (ushort)(n * 4000));
}
