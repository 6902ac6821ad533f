namespace VideoIndex.Metadata;

/// <summary>A field people defined for the videos of a library.</summary>
/// <param name="Name">Its name: a lower-case letter, then letters, digits and dashes, 32 at most. It is none of the names the language of questions has already.</param>
/// <param name="Type">What its values are. It never changes.</param>
/// <param name="Choices">The values allowed, for choices, in the order people are shown them; none for other types.</param>
public sealed record FieldDefinition(string Name, FieldType Type, IReadOnlyList<string> Choices)
{
    /// <summary>Gets whether its values are chosen among <see cref="Choices"/>.</summary>
    public bool HasChoices => Type is FieldType.SingleChoice or FieldType.MultiChoice;

    /// <summary>Returns the choice a person means, in any case and without accents; null for none.</summary>
    public string? Choice(string typed) => Choices.FirstOrDefault(choice => FieldText.Folded(choice) == FieldText.Folded(typed));
}

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
    SingleChoice,

    /// <summary>Any number of several choices.</summary>
    MultiChoice,
}

/// <summary>The types as they are typed and kept.</summary>
public static class FieldTypes
{
    /// <summary>Gets all names: <c>text number date single multi</c>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<FieldType>().Select(Name)];

    /// <summary>Returns the name of a type.</summary>
    public static string Name(this FieldType type) => type switch
    {
        FieldType.SingleChoice => "single",
        FieldType.MultiChoice => "multi",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>Reads the name of a type.</summary>
    /// <exception cref="FactException"><c>bad-field-type</c>: there is no such type.</exception>
    public static FieldType Read(string name) => All.Contains(name)
        ? Enum.GetValues<FieldType>().Single(type => type.Name() == name)
        : throw new FactException("bad-field-type", $"'{name}' is no type of a field: the types are {string.Join(", ", All)}.");
}
