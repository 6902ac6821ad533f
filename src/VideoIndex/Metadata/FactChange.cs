using VideoIndex.Videos;

namespace VideoIndex.Metadata;

/// <summary>One change to what people keep of videos. Names and values are as typed: the store reads them by <see cref="FieldRules"/>.</summary>
public abstract record FactChange
{
    private FactChange()
    {
    }

    /// <summary>Defines a field. One that is there already with this type gets the choices it has not; with another type it is refused.</summary>
    /// <param name="Field">The field.</param>
    public sealed record Define(FieldDefinition Field) : FactChange;

    /// <summary>Takes a choice away.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="Choice">The choice.</param>
    /// <param name="WithValues">Whether the values of videos go with it; else one that is used is refused.</param>
    public sealed record RemoveChoice(string Field, string Choice, bool WithValues) : FactChange;

    /// <summary>Takes a field away.</summary>
    /// <param name="Field">The field.</param>
    /// <param name="WithValues">Whether the values of videos go with it; else one that is used is refused.</param>
    public sealed record RemoveField(string Field, bool WithValues) : FactChange;

    /// <summary>Gives a video values of a field in the place of those it had.</summary>
    /// <param name="Video">The video.</param>
    /// <param name="Field">The field.</param>
    /// <param name="Typed">The values, as <see cref="FieldValues.ReadAll"/> reads them; blank for none.</param>
    public sealed record Give(VideoId Video, string Field, string Typed) : FactChange;

    /// <summary>Puts a video into a collection, which is there from its first video on.</summary>
    /// <param name="Video">The video.</param>
    /// <param name="Collection">The collection's name.</param>
    public sealed record Collect(VideoId Video, string Collection) : FactChange;

    /// <summary>Takes a video out of a collection, which is gone with its last video.</summary>
    /// <param name="Video">The video.</param>
    /// <param name="Collection">The collection's name.</param>
    public sealed record Release(VideoId Video, string Collection) : FactChange;
}

/// <summary>A collection and how many videos are in it.</summary>
/// <param name="Name">Its name, as it was first typed.</param>
/// <param name="Videos">How many videos are in it: at least one.</param>
public sealed record CollectionUse(string Name, int Videos);

/// <summary>A field and how many videos have a value of it.</summary>
/// <param name="Definition">The field.</param>
/// <param name="Videos">How many videos have a value.</param>
public sealed record FieldUse(FieldDefinition Definition, int Videos);
