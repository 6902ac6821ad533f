using VideoIndex.Looks;

namespace VideoIndex.Logos.Recognition;

/// <summary>Finds out what an example of a logo is known by.</summary>
public interface IExampleAnalyst
{
    /// <summary>Returns what an example is known by: the same for the same picture.</summary>
    /// <param name="picture">The example; what is clear of it shows the ground.</param>
    KnownExample Describe(ColourPicture picture);
}
