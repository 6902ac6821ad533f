using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace VideoIndex.Architecture.Tests;

/// <summary>The product as compiled: one assembly for each project in <c>src</c>.</summary>
internal static class Product
{
    public const string Core = "VideoIndex";

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static Assembly Load(string project) => Assembly.Load(project);

    /// <summary>The types people wrote, nested ones included.</summary>
    public static IEnumerable<Type> TypesOf(string project) =>
        Load(project).GetTypes().Where(type => !IsGenerated(type));

    public static IEnumerable<Type> Types => Projects.SelectMany(TypesOf);

    /// <summary>The full names of the types of other assemblies that a project's code mentions.</summary>
    public static IReadOnlySet<string> MentionedBy(string project)
    {
        using var file = new PEReader(File.OpenRead(Load(project).Location));
        var reader = file.GetMetadataReader();
        return reader.TypeReferences
            .Select(reader.GetTypeReference)
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")
            .ToHashSet();
    }

    public static bool IsRecord(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Any(method => method.Name == "PrintMembers");

    public static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || member.DeclaringType is { } outer && IsGenerated(outer);
}
