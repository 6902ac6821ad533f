using VideoIndex.Looks;

namespace VideoIndex.Logos.Evidence;

/// <summary>What was kept of how a video looks, so that where a logo may be can be compared pixel by pixel.</summary>
public interface IStills
{
    /// <summary>Gets where nothing was kept.</summary>
    static IStills None { get; } = new Nothing();

    /// <summary>Returns the picture shown at a look, or at the last one before it if nothing changed since; null where none was kept, or it is damaged.</summary>
    /// <param name="look">The look, counted from 0.</param>
    Still? At(int look);

    private sealed class Nothing : IStills
    {
        public Still? At(int look) => null;
    }
}

/// <summary>A gray picture of a look, as large as it or smaller.</summary>
/// <param name="Look">The look it was taken of: the same for all looks it stands for.</param>
/// <param name="Picture">The picture.</param>
/// <param name="Scale">How many of its pixels one of the look's is wide: 1, or less where it was made smaller. What lies at x in the look, the centre of the leftmost pixels being 0, lies at (x + 0.5) * Scale - 0.5.</param>
public sealed record Still(int Look, GrayPicture Picture, double Scale);
