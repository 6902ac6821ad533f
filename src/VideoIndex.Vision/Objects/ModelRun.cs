using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Objects;

/// <summary>A model with the memory of one run, used over and over: nothing is made for a picture but what is found in it. One is used by one thread at a time.</summary>
internal sealed class ModelRun : IDisposable
{
    private readonly IDetectionHead _head;
    private readonly Tensor<float> _input;
    private readonly Tensor<float>[] _outputs;
    private readonly IModelBinding _binding;
    private readonly PictureWriter _writer;
    private readonly List<Detection> _found = [];

    /// <summary>Ties memory to a model.</summary>
    /// <exception cref="ModelException">The model takes or gives something else.</exception>
    public ModelRun(IModelSession session, IDetectionHead head)
    {
        _head = head;
        _writer = new PictureWriter(head.Input);
        _input = New([1, 3, head.Input.Height, head.Input.Width]);
        _outputs = [.. head.Outputs.Select(New)];
        _binding = session.Bind([_input], [.. _outputs]);
    }

    /// <summary>Gets how its pictures are taken.</summary>
    public PictureInput Input => _head.Input;

    /// <summary>Gets the values the model sees.</summary>
    internal Span<float> Values => _input.Span;

    /// <summary>Finds what is in a picture; null when the model gave no scores.</summary>
    /// <param name="picture">The picture, not empty.</param>
    /// <param name="floor">The least score that is told.</param>
    /// <param name="most">How many at most, the surest.</param>
    public Detection[]? Detect(in LookPicture picture, float floor, int most) => Find(_writer.Write(picture, _input.Span), floor, most);

    /// <summary>Finds what is in the picture that <see cref="Values"/> are of; null when the model gave no scores.</summary>
    internal Detection[]? Find(PicturePlacement place, float floor, int most)
    {
        _binding.Run();
        _found.Clear();
        if (!_head.Read(_outputs, floor, _found))
        {
            return null;
        }

        SameThing.Merge(_found, _head.Overlap);
        var told = new Detection[Math.Min(most, _found.Count)];
        for (var at = 0; at < told.Length; at++)
        {
            told[at] = _found[at] with { Box = Placed(_found[at].Box, place) };
        }

        return told;
    }

    /// <inheritdoc/>
    public void Dispose() => _binding.Dispose();

    private static DetectionBox Placed(in DetectionBox box, PicturePlacement place) => new(
        (float)(box.Left * place.Across), (float)(box.Top * place.Down), (float)(box.Right * place.Across), (float)(box.Bottom * place.Down));

    private static Tensor<float> New(int[] shape) => new(new float[shape.Aggregate(1, (values, side) => values * side)], shape);
}
