using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Pixels;

namespace VideoIndex.Vision.Objects;

/// <summary>What the numbers of one family of models mean: how it takes pictures, and where in its outputs boxes and scores stand. It remembers nothing.</summary>
internal interface IDetectionHead
{
    /// <summary>Gets how it takes pictures.</summary>
    PictureInput Input { get; }

    /// <summary>Gets the shapes of its outputs, in the model's order.</summary>
    IReadOnlyList<int[]> Outputs { get; }

    /// <summary>Gets by how much two boxes of a class may cover each other and still be two things: what both cover over what either does, 0 to 1.</summary>
    float Overlap { get; }

    /// <summary>Returns the head for pictures of a size; itself where the model takes only one size.</summary>
    IDetectionHead For(int width, int height);

    /// <summary>Reads what was found, before boxes of the same thing become one.</summary>
    /// <param name="outputs">The model's outputs, in its order and of <see cref="Outputs"/>.</param>
    /// <param name="floor">The least score that is told.</param>
    /// <param name="found">Where it is added, with boxes in pixels of the input.</param>
    /// <returns>Whether the numbers were scores at all; a model whose are not is no such model, or broken.</returns>
    bool Read(ReadOnlySpan<Tensor<float>> outputs, float floor, List<Detection> found);
}
