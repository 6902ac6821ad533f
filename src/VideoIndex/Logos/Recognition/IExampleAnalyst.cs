using VideoIndex.Looks;

namespace VideoIndex.Logos.Recognition;

/// <summary>Finds out what an example of a logo is known by.</summary>
public interface IExampleAnalyst
{
    /// <summary>Gets what names this way of finding out: another version may find other keypoints. At most 96 bytes in UTF-8.</summary>
    string Version { get; }

    /// <summary>Returns what an example is known by: the same for the same picture.</summary>
    /// <param name="picture">The example; what is clear of it shows the ground.</param>
    KnownExample Describe(ColourPicture picture);
}
