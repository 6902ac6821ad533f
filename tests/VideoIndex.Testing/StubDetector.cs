using VideoIndex.Inference;
using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Testing;

/// <summary>A detector that needs no model: what it sees follows from the sum of the picture's pixels, or from what it is told. It fails at looks whose sum it dislikes.</summary>
public sealed class StubDetector : IObjectDetector, IObjectDetectors
{
    /// <summary>Gets every how many sums it fails; 0 for never.</summary>
    public int FailsEvery { get; init; }

    /// <summary>Gets what it sees; null for something that follows from the picture.</summary>
    public Func<LookPictureSum, IReadOnlyList<Detection>>? Sees { get; init; }

    public string? Missing { get; init; }

    public Origin Origin { get; init; } = new("model", "stub", "1");

    public IReadOnlyList<string> Labels { get; init; } = ["person", "car"];

    public IObjectDetector Open() => this;

    public IReadOnlyList<Detection> Detect(in LookPicture picture)
    {
        var sum = 0;
        foreach (var pixel in picture.Luma)
        {
            sum += pixel;
        }

        if (FailsEvery > 0 && sum % FailsEvery == 0)
        {
            throw new ModelException("model-failed", "The model 'stub' failed.");
        }

        var (width, height) = (picture.Width, picture.Height);
        return Sees?.Invoke(new LookPictureSum(sum, width, height))
            ?? [.. Enumerable.Range(0, sum % 5).Select(one => new Detection(one % 2, 1 - (one / 8f), new DetectionBox(one, sum % 7, one + (width / 2f), height)))];
    }

    public void Dispose()
    {
    }
}

/// <summary>All a stub knows of a picture.</summary>
/// <param name="Sum">The sum of its luma.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
public readonly record struct LookPictureSum(int Sum, int Width, int Height);
