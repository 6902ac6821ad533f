namespace VideoIndex.Metadata;

/// <summary>A field people defined for the videos of a library.</summary>
/// <param name="Name">Its name: a lower-case letter, then letters, digits and dashes, 32 at most. It is none of the names the language of questions has already.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Choices">The values allowed, for choices, in the order people are shown them; none for other types.</param>
public sealed record FieldDefinition(string Name, FieldType Type, IReadOnlyList<string> Choices);

/// <summary>What the values of a field are.</summary>
public enum FieldType
{
    /// <summary>Any words.</summary>
    Text,

    /// <summary>A number, as an exact decimal fraction.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of several choices.</summary>
    Single,

    /// <summary>Any number of several choices.</summary>
    Multi,
}
