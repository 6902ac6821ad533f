using System.Globalization;
using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Vision.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Accuracy.Objects;

/// <summary>Says how long each step of finding objects in a look takes: the middle of many turns, on one thread.</summary>
internal static class ObjectSpeed
{
    private const int Turns = 60;

    public static void Run(ObjectModels models, string file)
    {
        var clock = TimeProvider.System;
        var (width, height, planes) = LookFile.Read(file, null).First();
        var card = models.Card;
        IDetectionHead head = card.Head == "yolox"
            ? new YoloxHead(card.Width, card.Height, card.Labels.Count)
            : new FastestDetHead(card.Width, card.Height, card.Labels.Count);
        using var session = ObjectModels.Runtime.Open(models.Serving(card.Task)!.Path, new ModelSessionOptions { Providers = ["cpu"] });
        var input = new Tensor<float>(new float[head.Input.Values], 1, 3, head.Input.Height, head.Input.Width);
        Tensor<float>[] outputs = [.. head.Outputs.Select(shape => new Tensor<float>(new float[shape.Aggregate(1, (a, b) => a * b)], shape))];
        using var binding = session.Bind([input], [.. outputs]);
        var (writer, found, times) = (new PictureWriter(head.Input), new List<Detection>(), new List<double[]>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var start = clock.GetTimestamp();
            writer.Write(new LookPicture(width, height, planes), input.Span);
            var written = clock.GetTimestamp();
            binding.Run();
            var ran = clock.GetTimestamp();
            found.Clear();
            head.Read(outputs, 0.05f, found);
            SameThing.Merge(found, head.Overlap);
            times.Add([.. new[] { written - start, ran - written, clock.GetTimestamp() - ran }.Select(ticks => ticks * 1000.0 / clock.TimestampFrequency)]);
        }

        var (write, run, read) = (Middle(times, 0), Middle(times, 1), Middle(times, 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{card.Name}, look of {width} x {height}: written in {write:0.00} ms, run in {run:0.00} ms, read in {read:0.000} ms; before and after are {(write + read) / run:P1} of the run"));
    }

    private static double Middle(List<double[]> times, int step) => times.Select(one => one[step]).Order().ElementAt(times.Count / 2);
}
