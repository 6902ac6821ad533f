using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VideoIndex.Testing.Contracts;

/// <summary>Spells out every property of a value, lists included, so that two values can be compared and a difference read.</summary>
public static class Spelled
{
    public static string Out(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        var indent = new string(' ', 2 * depth);
        switch (value)
        {
            case null:
                text.Append("null\n");
                break;
            case DateTimeOffset moment:
                text.Append(moment.ToString("O", CultureInfo.InvariantCulture)).Append('\n');
                break;
            case string or Enum or IFormattable:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
            case IEnumerable list:
                text.Append('\n');
                foreach (var element in list)
                {
                    text.Append(indent).Append("- ");
                    Write(text, element, depth + 1);
                }

                break;
            case var record when record.GetType().Namespace!.StartsWith("VideoIndex", StringComparison.Ordinal) && !record.GetType().IsValueType:
                text.Append('\n');
                foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    text.Append(indent).Append(property.Name).Append(": ");
                    Write(text, property.GetValue(record), depth + 1);
                }

                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
        }
    }
}
