using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Vision.Tests.Objects;

public sealed class ModelDetectorTests
{
    // A look of 128 x 64 in an input of 64 x 32: a pixel there is two here.
    private static readonly byte[] Planes = new byte[LookPicture.Size(128, 64)];

    [Fact]
    public void A_cell_of_YOLOX_is_a_box_in_pixels_of_the_picture()
    {
        // Rows are 8 x 4 cells of 8 pixels, 4 x 2 of 16, then 2 of 32. Cell (2, 1) of the second grid: the middle half a cell further.
        using var detector = Open(outputs => Cell(outputs, 32 + 6, 0.5f, 0.5f, MathF.Log(2), 0, 0.9f, 0.1f, 0.8f));

        var found = Assert.Single(Detect(detector), one => one.Score > 0.5f);

        Assert.Equal("car", detector.Labels[found.Label]);
        Assert.Equal(0.72f, found.Score, 1e-6f);
        Close(new DetectionBox(2 * (40 - 16), 2 * (24 - 8), 2 * (40 + 16), 2 * (24 + 8)), found.Box);
    }

    [Fact]
    public void Every_score_down_to_the_floor_is_told_and_none_below()
    {
        using var detector = Open(outputs =>
        {
            Cell(outputs, 0, 0, 0, 0, 0, 0.5f, 0.11f, 0.09f);
            Cell(outputs, 41, 0, 0, 0, 0, 0.04f, 1, 1);
        });
        var found = Assert.Single(Detect(detector));
        Assert.Equal((0, 0.055f), (found.Label, found.Score));
    }

    [Fact]
    public void A_cell_of_FastestDet_is_a_box_in_pixels_of_the_picture()
    {
        // Planes of 4 x 2 cells. Cell (1, 1): its corner is at 16, 16 of 64 x 32; half of the picture wide, a quarter high.
        var card = new ModelCard("tiny", ModelTasks.Objects, "1", "BSD-3-Clause", "", 0, "fastestdet") { Labels = ["person", "car"], Width = 64, Height = 32 };
        using var detector = Open(outputs =>
        {
            float[] values = [0.8f, MathF.Atanh(0.25f), 0, 0, MathF.Log(1 / 3f), 0.25f, 0.75f];
            for (var plane = 0; plane < values.Length; plane++)
            {
                outputs[0].Span[plane * 8 + 5] = values[plane];
            }
        }, card);

        var found = Assert.Single(Detect(detector));

        Assert.Equal((1, 0.6f), (found.Label, MathF.Round(found.Score, 5)));
        Close(new DetectionBox(2 * (20 - 16), 2 * (16 - 4), 2 * (20 + 16), 2 * (16 + 4)), found.Box);
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(1.5f, 0)]
    [InlineData(0.9f, 900f)]
    [InlineData(0.9f, float.NaN)]
    public void Numbers_that_are_no_scores_are_refused_in_a_sentence(float thing, float side)
    {
        using var detector = Open(outputs => Cell(outputs, 0, 0, 0, side, 0, thing, 1, 1));
        var refused = Assert.Throws<ModelException>(() => Detect(detector));
        Assert.Equal("no-scores", refused.Code);
        Assert.Contains("'yolox-tiny'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_made_for_a_picture_but_what_is_found()
    {
        using var detector = Open(outputs => Cell(outputs, 0, 0, 0, 0, 0, 1, 1, 0));
        Detect(detector);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var picture = 0; picture < 100; picture++)
        {
            Detect(detector);
        }

        // An answer of one detection is 24 bytes and an array's 24; a node in which a run waits for the next is what is left.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 120);
    }

    [Fact]
    public async Task Several_threads_have_memory_of_their_own()
    {
        var painted = new PaintedModel(outputs => Cell(outputs, 0, 0, 0, 0, 0, 1, 1, 0));
        using (var detector = Open(painted))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 500), (_, _) =>
            {
                Assert.Single(Detect(detector));
                return ValueTask.CompletedTask;
            });
            Assert.InRange(painted.Bindings, 1, Environment.ProcessorCount + 1);
        }

        Assert.Equal((0, true), (painted.Bindings, painted.Disposed));
    }

    [Fact]
    public void In_no_picture_there_is_nothing()
    {
        using var detector = Open(_ => Assert.Fail("There is no picture to look at."));
        Assert.Empty(detector.Detect(default));
    }

    [Theory]
    [InlineData(ModelTasks.Objects, "Objects are not looked for: no model for it is installed. Run: videoindex models install yolox-tiny")]
    [InlineData(ModelTasks.Faces, "Faces are not looked for: no model for it is installed. Run: videoindex models install faces")]
    public void Without_a_model_a_sentence_says_what_to_run(string task, string sentence)
    {
        var none = new PaintedModel(_ => { }) { Installed = false };
        var detectors = new ModelDetectors(none, none, task, new ModelSessionOptions());
        Assert.Equal(sentence, detectors.Missing);
        Assert.Equal(("no-model", sentence), Refusal(detectors));
    }

    [Fact]
    public void Without_a_runtime_the_sentence_is_the_runtime_s()
    {
        var none = new PaintedModel(_ => { }) { Missing = "there is no runtime. Run: videoindex models install runtime" };
        var detectors = new ModelDetectors(none, none, ModelTasks.Objects, new ModelSessionOptions());
        Assert.Equal("Objects are not looked for: there is no runtime. Run: videoindex models install runtime", detectors.Missing);
    }

    [Fact]
    public void A_model_whose_numbers_nobody_here_can_read_is_said_to_be_one()
    {
        var strange = new PaintedModel(_ => { }) { Card = new("detr", ModelTasks.Objects, "1", "Apache-2.0", "", 0, "detr") };
        var detectors = new ModelDetectors(strange, strange, ModelTasks.Objects, new ModelSessionOptions());
        Assert.Equal("Objects are not looked for: the numbers of the model 'detr' are of the kind 'detr', which is not known here.", detectors.Missing);
    }

    private static IObjectDetector Open(Action<Tensor<float>[]> paint, ModelCard? card = null) =>
        Open(card is null ? new PaintedModel(paint) : new PaintedModel(paint) { Card = card });

    private static IObjectDetector Open(PaintedModel painted) => new ModelDetectors(painted, painted, ModelTasks.Objects, new ModelSessionOptions()).Open();

    private static IReadOnlyList<Detection> Detect(IObjectDetector detector) => detector.Detect(new LookPicture(128, 64, Planes));

    private static (string, string) Refusal(ModelDetectors detectors)
    {
        var refused = Assert.Throws<ModelException>(detectors.Open);
        return (refused.Code, refused.Message);
    }

    private static void Cell(Tensor<float>[] outputs, int row, params ReadOnlySpan<float> values) => values.CopyTo(outputs[0].Span[(row * 7)..]);

    private static void Close(DetectionBox expected, DetectionBox actual)
    {
        Assert.Equal(expected.Left, actual.Left, 1e-3f);
        Assert.Equal(expected.Top, actual.Top, 1e-3f);
        Assert.Equal(expected.Right, actual.Right, 1e-3f);
        Assert.Equal(expected.Bottom, actual.Bottom, 1e-3f);
    }
}
