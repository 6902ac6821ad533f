using VideoIndex.Brands;

namespace VideoIndex.Metadata;

/// <summary>What may be changed of fields and collections. The same for every store. Pure.</summary>
public static class FieldRules
{
    /// <summary>The most fields of a library.</summary>
    public const int MostFields = 200;

    /// <summary>The most choices of a field.</summary>
    public const int MostChoices = 1000;

    /// <summary>Returns a definition as it is kept, its name and choices read.</summary>
    /// <param name="typed">The definition as typed.</param>
    /// <param name="known">The fields there are.</param>
    /// <exception cref="FactException">It cannot be defined so.</exception>
    public static FieldDefinition Define(FieldDefinition typed, IReadOnlyList<FieldDefinition> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = FieldNames.Read(typed.Name);
        if (!typed.HasChoices && typed.Choices is not [])
        {
            throw new FactException("bad-choices", $"{name} is of type {typed.Type.Name()}, which has no choices: only single and multi have.");
        }

        var before = known.FirstOrDefault(field => field.Name == name);
        if (before is { } other && other.Type != typed.Type)
        {
            throw new FactException("field-exists", $"{name} is a field of type {other.Type.Name()} already, and a type never changes: define another field, or remove this one first.");
        }

        if (before is null && known.Count >= MostFields)
        {
            throw new FactException("too-many-fields", $"There are {MostFields} fields already, and no more are taken.");
        }

        var choices = (before?.Choices ?? []).Concat(typed.Choices.Select(choice => ReadChoice(name, choice))).DistinctBy(FieldText.Folded).ToList();
        return choices.Count switch
        {
            0 when typed.HasChoices => throw new FactException("bad-choices", $"{name} needs choices to choose among."),
            > MostChoices => throw new FactException("bad-choices", $"{name} would have {choices.Count} choices, and {MostChoices} are the most."),
            _ => new FieldDefinition(name, typed.Type, choices),
        };
    }

    /// <summary>Returns the field of a name.</summary>
    /// <exception cref="FactException"><c>no-such-field</c>: there is none.</exception>
    public static FieldDefinition Find(string typed, IReadOnlyList<FieldDefinition> known)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var name = typed.Trim().ToLowerInvariant();
        return known.FirstOrDefault(field => field.Name == name)
            ?? throw new FactException("no-such-field", known is []
                ? $"There is no field '{typed}', and none at all yet. Define one with: videoindex field define NAME TYPE"
                : $"There is no field '{typed}'. The fields are {string.Join(", ", known.Select(field => field.Name))}.");
    }

    /// <summary>Returns the definition without a choice.</summary>
    /// <param name="field">The field.</param>
    /// <param name="typed">The choice.</param>
    /// <param name="used">How many videos have it.</param>
    /// <param name="withValues">Whether their values go with it.</param>
    /// <exception cref="FactException">There is no such choice, it is the last one, or it is used.</exception>
    public static FieldDefinition WithoutChoice(FieldDefinition field, string typed, int used, bool withValues)
    {
        ArgumentNullException.ThrowIfNull(field);
        var choice = field.Choice(typed) ?? throw new FactException("no-such-choice", $"{field.Name} has no choice '{typed}'.");
        if (field.Choices.Count == 1)
        {
            throw new FactException("bad-choices", $"'{choice}' is the last choice of {field.Name}: remove the field instead.");
        }

        RefuseUsed("choice-in-use", $"the choice '{choice}' of {field.Name}", used, withValues);
        return field with { Choices = [.. field.Choices.Where(one => one != choice)] };
    }

    /// <summary>Refuses to take away what is used, unless its values are to go with it.</summary>
    /// <param name="code">The code of the refusal.</param>
    /// <param name="what">What is to be taken away, for the sentence.</param>
    /// <param name="used">How many videos use it.</param>
    /// <param name="withValues">Whether their values go with it.</param>
    /// <exception cref="FactException">It is used.</exception>
    public static void RefuseUsed(string code, string what, int used, bool withValues)
    {
        if (used > 0 && !withValues)
        {
            throw new FactException(code, $"{(used == 1 ? "1 video has" : $"{used} videos have")} {what}: take it away with their values by --with-values.");
        }
    }

    /// <summary>Returns the name of a collection as it is kept. Names are the same when they fold alike.</summary>
    /// <exception cref="FactException"><c>bad-collection</c>: it cannot be a name.</exception>
    public static string ReadCollection(string typed)
    {
        try
        {
            return FieldText.Folded(typed) == "" ? throw new FactException("bad-collection", "The name of a collection needs a letter or a digit.") : BrandName.Read("collection", typed);
        }
        catch (BrandException bad)
        {
            throw new FactException("bad-collection", bad.Message);
        }
    }

    private static string ReadChoice(string field, string typed)
    {
        var choice = typed.Trim();
        var isOne = choice.Length is > 0 and <= BrandName.Longest && FieldText.Folded(choice) != "" && !choice.EnumerateRunes().Any(BrandName.IsUnseen) && !choice.Contains(',', StringComparison.Ordinal) && !choice.Contains(';', StringComparison.Ordinal);
        return isOne ? choice : throw new FactException("bad-choices", $"'{typed}' cannot be a choice of {field}: words of {BrandName.Longest} characters at most, without commas and semicolons.");
    }
}
