namespace VideoIndex.Brands;

/// <summary>One change to a brand.</summary>
public abstract record BrandChange
{
    private BrandChange()
    {
    }

    /// <summary>Calls it by another name.</summary>
    /// <param name="Name">The new name.</param>
    public sealed record Rename(string Name) : BrandChange;

    /// <summary>Keeps a value under a name.</summary>
    /// <param name="Name">What it is called; in the letters it is typed in.</param>
    /// <param name="Value">The value; null takes it away.</param>
    public sealed record Describe(string Name, string? Value) : BrandChange;

    /// <summary>Adds a mark with no example yet.</summary>
    /// <param name="Logo">Its name.</param>
    public sealed record AddLogo(string Logo) : BrandChange;

    /// <summary>Takes a mark away, with its examples; its past stays.</summary>
    /// <param name="Logo">Its name.</param>
    public sealed record RemoveLogo(string Logo) : BrandChange;

    /// <summary>Adds a picture to a mark, and the mark where there is none of the name. Bytes the mark has already change nothing.</summary>
    /// <param name="Logo">The mark's name.</param>
    /// <param name="Picture">The picture; its bytes are on the disk already.</param>
    public sealed record AddExample(string Logo, ExamplePicture Picture) : BrandChange;

    /// <summary>Takes a picture away; its past and its bytes stay.</summary>
    /// <param name="Example">The picture.</param>
    public sealed record RemoveExample(ExampleId Example) : BrandChange;

    /// <summary>Puts it into a group, which is made if there is none of the name.</summary>
    /// <param name="Group">The group's name.</param>
    public sealed record JoinGroup(string Group) : BrandChange;

    /// <summary>Takes it out of a group.</summary>
    /// <param name="Group">The group's name.</param>
    public sealed record LeaveGroup(string Group) : BrandChange;

    /// <summary>Has it looked for no longer.</summary>
    public sealed record Retire : BrandChange;

    /// <summary>Has it looked for again.</summary>
    public sealed record Restore : BrandChange;
}

/// <summary>A change that was made.</summary>
/// <param name="Made">When, and by whom.</param>
/// <param name="What">The kind of change, lower case with dashes: <c>added</c>, <c>renamed</c>, <c>example-added</c>.</param>
/// <param name="Detail">What of, and from what to what, in words; empty where there is no more to say.</param>
public sealed record PastChange(Stamp Made, string What, string Detail);

/// <summary>A group and how many brands are in it.</summary>
/// <param name="Name">Its name, as it was first typed.</param>
/// <param name="Brands">How many brands are in it, retired ones included.</param>
public sealed record BrandGroup(string Name, int Brands);
