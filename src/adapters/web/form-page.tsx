import { randomUUID } from 'node:crypto';
import { texts as textsOf, type Form, type FormField } from '../../core/index.ts';
import { page } from './layout.tsx';
import { Markdown } from './markdown.tsx';

interface FormPageProps {
  form: Form;
  /** Where it is sent, and where "back" leads. */
  action: string;
  back: string;
  home: string;
  language: string;
  /** What is wrong, by field. */
  errors?: Record<string, string>;
  /** What was filled in before. */
  values?: Record<string, string>;
}

function Input({ field, value }: { field: FormField; value: string }) {
  const shared = { id: field.name, name: field.name, required: field.required };
  if (field.kind === 'choice') {
    return (
      <select {...shared}>
        {field.options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  return field.lines === 'one' ? (
    <input {...shared} value={value} />
  ) : (
    <textarea {...shared} rows={5}>
      {value}
    </textarea>
  );
}

function Field({ field, value, error }: { field: FormField; value: string; error: string | undefined }) {
  return (
    <label for={field.name}>
      {field.label} {field.kind === 'text' && field.hint !== undefined && <small>{field.hint}</small>}
      <Input field={field} value={value} />
      {error !== undefined && (
        <span class="fault" role="alert">
          {error}
        </span>
      )}
    </label>
  );
}

/** A form of the desk, as the core wants it filled in. */
export function formPage({ form, action, back, home, language, errors = {}, values = {} }: FormPageProps) {
  const children = (
    <main class="notice">
      <h1>{form.title}</h1>
      <form class="sign-in" method="post" action={action}>
        {form.intro !== undefined && <Markdown text={form.intro} />}
        <input type="hidden" name="nonce" value={randomUUID()} />
        {form.fields.map((field) => (
          <Field field={field} value={values[field.name] ?? field.value ?? ''} error={errors[field.name]} />
        ))}
        <button type="submit" class="primary">
          {form.submit}
        </button>
        <p>
          <a href={back}>{back === home ? textsOf(language).web.desk.all : textsOf(language).web.back}</a>
        </p>
      </form>
    </main>
  );
  return page({ language, title: form.title, home, children });
}
