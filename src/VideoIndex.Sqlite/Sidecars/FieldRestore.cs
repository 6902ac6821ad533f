using Microsoft.Data.Sqlite;
using VideoIndex.Metadata;
using VideoIndex.Sidecars;
using VideoIndex.Sqlite.Metadata;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Sidecars;

/// <summary>Takes in fields, by the rules they are defined by. What the rules refuse is a fault of the side-car.</summary>
internal static class FieldRestore
{
    /// <summary>Defines a field, or adds the choices it has not; no line remembers it.</summary>
    /// <returns>The field as it stands.</returns>
    /// <exception cref="SidecarException">There is one of another type, or it cannot be defined.</exception>
    public static FieldDefinition Define(SqliteConnection connection, FieldDefinition typed, string pointer)
    {
        var known = new FactReader(connection).Fields();
        var field = Told(pointer, () => FieldRules.Define(typed, known));
        var before = known.FirstOrDefault(one => one.Name == field.Name);
        if (before is null)
        {
            connection.Run("INSERT INTO custom_field (name, type) VALUES ($name, $type)", ("$name", field.Name), ("$type", field.Type.Name()));
        }

        foreach (var (position, choice) in field.Choices.Index().Skip(before?.Choices.Count ?? 0))
        {
            connection.Run("INSERT INTO field_choice SELECT number, $position, $choice FROM custom_field WHERE name = $name", ("$position", position), ("$choice", choice), ("$name", field.Name));
        }

        return field;
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="SidecarException">It is none of the field.</exception>
    public static FieldValue Read(FieldDefinition field, string value) => Told($"/fields/{field.Name}", () => FieldValues.Read(field, value));

    /// <summary>Reads the name of a collection.</summary>
    /// <exception cref="SidecarException">It cannot be one.</exception>
    public static string ReadCollection(string name) => Told("/collections", () => FieldRules.ReadCollection(name));

    private static T Told<T>(string pointer, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FactException refused)
        {
            throw new SidecarException(refused.Code, refused.Message, pointer);
        }
    }
}
