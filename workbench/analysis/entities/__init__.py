"""Whom and what a text names: persons with role and country, countries and blocs, and whom pronouns stand for.

In: a parsed article (spaCy's `Doc`, with its named entities); for names, what the case knows of its persons.
Out: `article_entities.ArticleEntities` with `people.Person` and `countries.CountryMention` values, whose spans index
the article's text; countries as ISO 3166-1 alpha-3 codes or short names of blocs.

- `article_entities.find_entities`: a parse -> the persons, countries and pronouns of the article
- `countries.find`, `code`, `name`, `is_bloc`: a text -> mentions of countries; a name -> a code, and back
- `people.find_people`: a parse and its countries -> persons with mentions, role and country
- `known_people.link_known_people`: the persons of an article -> the same, completed by the table of office holders
- `private_persons.is_private_person`: a role and mentions -> whether somebody only bears an office holder's name
- `terms_of_office.story_period`: a text and its persons -> the years that it may be of
- `office_titles.fits_office`: a title and a term in office -> whether it is of that office
- `person_linking.link_people`: the persons of all articles -> who is who in the case
- `pronouns.resolve_pronouns`: a parse and its persons -> whom "he" and "she" stand for
- `affiliations.affiliation`: words for somebody -> whose they are by an institution or a place
- `country_evidence.find_evidence`: an article -> all that tells of countries in it
- `scene.Scene`: that -> where the story is set, and of which country somebody in it is
- `country_resolution.presumed_countries`: persons -> the country taken for granted
- `people_mentions.name_mentions`, `unnamed_mentions`: a parse and its persons -> who is mentioned where
- `pronoun_features.pair_features`: a mention and a pronoun -> what speaks for that they are one
- `sex_votes.count_votes`: persons and the words around them -> who is a he or a she
- `office_levels.office_level`: a role -> government, military or neither
- `honorifics.bearer_of_title`: a title and bearers of one family name -> whom it leaves
- `name_parts.last_name`, `is_same_person`: full names -> family names, and whether two can be one person's
- `other_names.person_part`: words like a name -> what of them can be a person's
- `headings.cut_to_names`: words of a heading -> the names in them
- `short_names.bearer`: a family name by itself -> whose it is
- `nicknames.find_nickname`: a name -> the nickname in it
- `spokespeople.speaks_for`: a role noun -> whether it stands for somebody named beside it
- `unnamed_people.is_single_person`: a mention without a name -> whether it is of one person

The modules are imported one by one: lists of countries need no parse.
"""
