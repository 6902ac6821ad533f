using System.Collections;
using System.Reflection;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>Compares two values part by part, whatever kinds of lists they are kept in, and says which part differs.</summary>
internal static class Same
{
    public static void As(object? expected, object? actual, string path = "it")
    {
        switch (expected)
        {
            case null:
                Assert.True(actual is null, $"{path} should not be there.");
                break;
            case ReadOnlyMemory<byte> bytes:
                Assert.True(bytes.Span.SequenceEqual(((ReadOnlyMemory<byte>)actual!).Span), $"{path} has other bytes.");
                break;
            case string or ValueType: // a struct of the product says itself when two of it are one
                Assert.True(expected.Equals(actual), $"{path} is {actual} and should be {expected}.");
                break;
            case IDictionary table:
                Assert.Equal(table.Count, ((IEnumerable)actual!).Cast<object>().Count());
                var there = (IDictionary)actual!;
                table.Keys.Cast<object>().ToList().ForEach(key => As(table[key], there[key], $"{path}[{key}]"));
                break;
            case IEnumerable list:
                var (one, other) = (list.Cast<object?>().ToList(), ((IEnumerable)actual!).Cast<object?>().ToList());
                Assert.True(one.Count == other.Count, $"{path} has {other.Count} parts and should have {one.Count}.");
                one.Zip(other).Index().ToList().ForEach(pair => As(pair.Item.First, pair.Item.Second, $"{path}[{pair.Index}]"));
                break;
            default:
                Assert.Equal(expected.GetType(), actual?.GetType());
                foreach (var part in expected.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(part => part.GetIndexParameters() is []))
                {
                    As(part.GetValue(expected), part.GetValue(actual), $"{path}.{part.Name}");
                }

                break;
        }
    }
}
