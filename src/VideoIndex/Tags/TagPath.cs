using VideoIndex.Looks;
using VideoIndex.Timing;

namespace VideoIndex.Tags;

/// <summary>The way of a thing through the picture: where it was at each look that saw it, in order of time. Two of the same points are equal.</summary>
/// <param name="points">The points.</param>
public sealed class TagPath(IReadOnlyList<PathPoint> points) : IEquatable<TagPath>
{
    /// <summary>Gets the points.</summary>
    public IReadOnlyList<PathPoint> Points { get; } = points;

    /// <inheritdoc/>
    public bool Equals(TagPath? other) => other is not null && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TagPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Points is [var first, .., var last] ? HashCode.Combine(Points.Count, first, last) : Points.Count;
}

/// <summary>Where a thing was at one look.</summary>
/// <param name="At">When the look's frame is shown.</param>
/// <param name="Box">Where it was.</param>
/// <param name="Score">How sure its author was, in thousandths, from 0 to 1000.</param>
public readonly record struct PathPoint(MediaTime At, PictureBox Box, int Score);
